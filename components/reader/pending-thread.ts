import type { NewAnnotation } from "./api";
import type { LocalComment, LocalThread, Pending } from "./merge";
import type { OutboxEntry } from "./outbox";

/** Who writes here. */
export interface Writer {
  id: string;
  name: string;
  isStaff: boolean;
}

const NOTHING_YET = {
  ...{ read: true, reply: false, answer: false, remove: false, reattach: false },
  ...{ change: false, moderate: false },
};

/** A new annotation as it looks until the server has confirmed it. */
export function pendingThread(
  writer: Writer,
  annotation: NewAnnotation,
  { createdAt, quote, pending }: Pick<OutboxEntry, "createdAt" | "quote" | "pending">,
): LocalThread {
  const { id, kind, audience, start = 0, end = 0, comment } = annotation;
  const opening = comment && {
    ...pendingComment(writer, { ...comment, annotationId: id, createdAt, pending }),
    isOpening: true,
  };
  return {
    id,
    author: { ...writer, pseudonym: null },
    kind,
    audience,
    group: null,
    quote,
    anchor: { start, end, state: "EXACT" },
    reattached: null,
    answeredAt: null,
    answerId: null,
    ...{ isPinned: false, isLocked: false, isHeld: false, needsInstructor: false },
    commentCount: opening ? 1 : 0,
    ...{ voteCount: 0, hasPicked: false, tags: [] },
    version: 0,
    createdAt,
    can: NOTHING_YET,
    comments: opening ? [opening] : [],
    nextCursor: null,
    pending,
  };
}

/** A new comment as it looks until the server has confirmed it. */
export function pendingComment(
  writer: Writer,
  comment: {
    id: string;
    annotationId: string;
    body: NonNullable<NewAnnotation["comment"]>["body"];
    createdAt: string;
    pending: Pending;
    privateTo?: LocalComment["privateTo"];
  },
): LocalComment {
  return {
    ...comment,
    author: { ...writer, pseudonym: null },
    ...{ isOpening: false, isDeleted: false, isHidden: false, isHeld: false, isPicked: false },
    hiddenReason: null,
    privateTo: comment.privateTo ?? null,
    mergedFromId: null,
    voteCount: 0,
    version: 0,
    editedAt: null,
    can: {
      ...{ read: true, readWords: true, edit: false, remove: false },
      ...{ vote: false, replyPrivately: false, report: false, moderate: false },
    },
  };
}
