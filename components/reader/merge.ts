import type { AnnotationView, CommentView, ThreadView } from "@/lib/annotations/present";

/** How far a write that left this browser has got. */
export interface Pending {
  state: "sending" | "waiting" | "refused";
  /** Why the server refused it, in words. */
  reason?: string;
  /** Held back, because the words it was written on are gone: it can be put on others. */
  isPlaceless?: boolean;
}

export type LocalComment = CommentView & { pending?: Pending };
export type LocalThread = Omit<ThreadView, "comments"> & {
  comments: LocalComment[];
  pending?: Pending;
};

/**
 * What is known of a thread after `next` arrived. Answers and live messages may overtake one
 * another: of each part the newer version wins, and comments that were loaded stay loaded.
 */
export function mergeThread(known: LocalThread | undefined, next: ThreadView): LocalThread {
  if (!known || known.pending) return { ...next, comments: mergeComments(known, next.comments) };
  if (hasLost(known, next)) {
    const unsent = known.comments.filter(({ pending }) => pending);
    return { ...next, comments: mergeComments({ ...known, comments: unsent }, next.comments) };
  }
  const newer = next.version >= known.version ? next : known;
  const hasLoadedMore = known.comments.length > next.comments.length;
  return {
    ...newer,
    comments: mergeComments(known, next.comments),
    nextCursor: hasLoadedMore ? known.nextCursor : next.nextCursor,
  };
}

/**
 * Whether comments that came from another thread went back to it. A merging raises the version, so
 * a thread of the same one has the same of them.
 */
function hasLost(known: LocalThread, next: ThreadView): boolean {
  if (next.version < known.version) return false;
  const ids = new Set(next.comments.map(({ id }) => id));
  const last = next.nextCursor === null ? undefined : next.comments.at(-1);
  const isFewer = next.commentCount < known.commentCount;
  return known.comments.some(
    (each) =>
      each.mergedFromId !== null &&
      !ids.has(each.id) &&
      (!last || isFewer || inOrder(each, last) < 0),
  );
}

/** The same for one comment and the annotation it came with. */
export function mergeComment(
  known: LocalThread,
  annotation: AnnotationView,
  comment: CommentView,
): LocalThread {
  const newer = annotation.version >= known.version ? annotation : known;
  const isKnown = known.comments.some(({ id }) => id === comment.id);
  // Where later comments are still on the server, one of them cannot be put in its place yet.
  const comments =
    known.nextCursor === null || isKnown ? mergeComments(known, [comment]) : known.comments;
  return { ...known, ...newer, comments };
}

/** Adds a page of comments that was asked for. */
export function mergePage(
  known: LocalThread,
  page: { rows: CommentView[]; nextCursor: string | null },
): LocalThread {
  return { ...known, comments: mergeComments(known, page.rows), nextCursor: page.nextCursor };
}

/** The comments to show: a deleted one keeps its place only where somebody spoke after it. */
export function shownComments(thread: LocalThread): LocalComment[] {
  const last = thread.comments.findLastIndex(({ isDeleted }) => !isDeleted);
  return thread.comments.slice(0, last + 1);
}

function mergeComments(known: LocalThread | undefined, next: LocalComment[]): LocalComment[] {
  const byId = new Map((known?.comments ?? []).map((comment) => [comment.id, comment]));
  for (const comment of next) {
    const old = byId.get(comment.id);
    if (!old || old.pending || comment.version >= old.version) byId.set(comment.id, comment);
  }
  return [...byId.values()].sort(inOrder);
}

function inOrder(a: LocalComment, b: LocalComment): number {
  // What is not on the server yet comes last, in the order in which it was written.
  if (Boolean(a.pending) !== Boolean(b.pending)) return a.pending ? 1 : -1;
  return a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id);
}
