import { quoteOfComment } from "@/lib/annotations/comment-words";
import type { Post } from "@/lib/annotations/posts";
import type { AuthorView } from "@/lib/annotations/present-author";
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

/** A notice with what it speaks of, as its reader may see that now. */
export interface Told {
  row: NoticeRow;
  post: Post;
}

const WORDS = 600;
const QUOTE = 300;

/**
 * A thread as its reader may see it at this moment, whatever they were told of when; null where
 * nothing is left of what they were told of.
 */
export function presentInboxThread(
  place: { title: string; course: { title: string } },
  told: readonly Told[],
): InboxThreadView | null {
  const notices = told.map(presentNotice);
  const [first] = told;
  const last = notices.at(-1);
  if (!first || !last) return null;
  const { viewer, annotation } = first.post;
  const { id, kind, quote } = annotation;
  return {
    annotationId: id,
    assignmentId: viewer.assignmentId,
    title: place.title,
    courseTitle: place.course.title,
    kind,
    quote: quote.length > QUOTE ? `${quote.slice(0, QUOTE)}…` : quote,
    at: last.at,
    isUnread: notices.some(({ isRead }) => !isRead),
    isDone: told.every(({ row }) => row.doneAt !== null),
    notices,
  };
}

function presentNotice({ row, post: { comment } }: Told): NoticeView {
  return {
    id: row.id,
    kind: row.kind,
    at: row.createdAt.toISOString(),
    isRead: row.readAt !== null,
    author: comment?.author ?? null,
    words: comment ? quoteOfComment(comment.body, WORDS) : "",
    isOpening: comment?.isOpening ?? true,
  };
}
