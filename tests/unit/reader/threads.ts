import type { AnnotationView, CommentView, ThreadView } from "@/lib/annotations/present";

const can = {
  ...{ read: true, reply: true, answer: false, remove: false, reattach: false },
  ...{ change: false, moderate: false },
};

/** A comment as the server sends it; ids sort as they were written. */
export function comment(id: string, rest: Partial<CommentView> = {}): CommentView {
  return {
    id,
    annotationId: "a",
    author: { id: "ben", name: "Ben", isStaff: false, pseudonym: null },
    body: { type: "doc", content: [] },
    ...{ isOpening: false, isDeleted: false, isHidden: false, isHeld: false, isPicked: false },
    hiddenReason: null,
    privateTo: null,
    mergedFromId: null,
    voteCount: 0,
    version: 1,
    createdAt: "2026-10-05T12:00:00.000Z",
    editedAt: null,
    can: {
      ...{ read: true, readWords: true, edit: false, remove: false },
      ...{ vote: false, replyPrivately: false, report: false, moderate: false },
    },
    ...rest,
  };
}

/** A thread as the server sends it. */
export function thread(rest: Partial<ThreadView> = {}): ThreadView {
  const comments = rest.comments ?? [comment("c1", { isOpening: true })];
  return {
    id: "a",
    author: { id: "ben", name: "Ben", isStaff: false, pseudonym: null },
    kind: "QUESTION",
    audience: "COURSE",
    group: null,
    quote: "words",
    anchor: { start: 4, end: 9, state: "EXACT" },
    reattached: null,
    answeredAt: null,
    answerId: null,
    ...{ isPinned: false, isLocked: false, isHeld: false, needsInstructor: false },
    commentCount: comments.length,
    ...{ voteCount: 0, hasPicked: false, tags: [] },
    version: 1,
    createdAt: "2026-10-05T12:00:00.000Z",
    can,
    comments,
    nextCursor: null,
    ...rest,
  };
}

/** The annotation of a thread, as it comes along with one of its comments. */
export function annotation(rest: Partial<AnnotationView> = {}): AnnotationView {
  const { comments: _, nextCursor: __, ...view } = thread(rest);
  return view;
}
