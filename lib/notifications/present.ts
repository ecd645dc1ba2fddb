import { quoteOfComment } from "@/lib/annotations/comment-words";
import {
  type AnnotationRow,
  type AuthorView,
  type CommentRow,
  presentAnnotation,
  presentComment,
} from "@/lib/annotations/present";
import type { AssignmentViewer } from "@/lib/assignments/queries";
import type { AnnotationKind, NotificationKind } from "@/prisma/generated/enums";

/** One thing that somebody was told of. */
export interface NoticeView {
  id: string;
  kind: NotificationKind;
  at: string;
  isRead: boolean;
  /** Who wrote what it is about, as the reader may know them; null for a mark without words. */
  author: AuthorView | null;
  /** Its words on one line, the beginning of long ones. */
  words: string;
  /** It is about what began the thread. */
  isOpening: boolean;
}

/** A thread in the inbox, with what somebody was told of it, oldest first. */
export interface InboxThreadView {
  annotationId: string;
  assignmentId: string;
  title: string;
  courseTitle: string;
  kind: AnnotationKind;
  /** The words of its passage; none on the whole reading. */
  quote: string;
  /** When somebody was last told of it. */
  at: string;
  isUnread: boolean;
  isDone: boolean;
  notices: NoticeView[];
}

/** What {@link presentInboxThread} needs to have loaded. */
export const noticeSelect = {
  id: true,
  kind: true,
  annotationId: true,
  assignmentId: true,
  commentId: true,
  createdAt: true,
  readAt: true,
  doneAt: true,
} as const;

export interface NoticeRow {
  id: string;
  kind: NotificationKind;
  annotationId: string;
  assignmentId: string;
  commentId: string | null;
  createdAt: Date;
  readAt: Date | null;
  doneAt: Date | null;
}

/** What notices speak of, as it is now. */
export interface Spoken {
  viewer: AssignmentViewer;
  place: { title: string; course: { title: string } };
  annotation: AnnotationRow;
  comments: ReadonlyMap<string, CommentRow>;
}

const WORDS = 600;
const QUOTE = 300;

/**
 * A thread as its reader may see it at this moment, whatever they were told of when: null where
 * they may read it no longer, or nothing is left of what they were told of.
 */
export function presentInboxThread(
  { viewer, place, annotation, comments }: Spoken,
  rows: readonly NoticeRow[],
): InboxThreadView | null {
  const { can, kind, quote } = presentAnnotation(viewer, annotation);
  if (!can.read) return null;
  const notices = rows.flatMap((row): NoticeView[] => {
    const told = { id: row.id, kind: row.kind, at: row.createdAt.toISOString() };
    const isRead = row.readAt !== null;
    if (row.commentId === null) {
      return [{ ...told, isRead, author: null, words: "", isOpening: true }];
    }
    const comment = comments.get(row.commentId);
    const view = comment && presentComment(viewer, annotation, comment);
    if (!view?.can.read || view.author === null) return [];
    const { author, isOpening } = view;
    return [{ ...told, isRead, author, isOpening, words: quoteOfComment(view.body, WORDS) }];
  });
  const last = notices.at(-1);
  if (!last) return null;
  return {
    annotationId: annotation.id,
    assignmentId: viewer.assignmentId,
    title: place.title,
    courseTitle: place.course.title,
    kind,
    quote: quote.length > QUOTE ? `${quote.slice(0, QUOTE)}…` : quote,
    at: last.at,
    isUnread: notices.some(({ isRead }) => !isRead),
    isDone: rows.every(({ doneAt }) => doneAt !== null),
    notices,
  };
}
