import "server-only";

import { type AssignmentViewer, getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { openCursor, sealCursor } from "@/lib/events/cursor";
import { createHub, type EndReason } from "@/lib/events/hub";
import { type LoggedEvent, readHead } from "@/lib/events/log";
import { type AnnotationFacts, annotationAbilities, commentAbilities } from "./policy";
import { joinCompany, overhear, type PassingMessage } from "./presence";
import {
  type AnnotationView,
  annotationSelect,
  type CommentRow,
  type CommentView,
  commentSelect,
  presentAnnotation,
  presentComment,
  type ThreadView,
} from "./present";
import { presentThread, type ThreadRows, withComments } from "./threads";

/** What a live reader is told. Every message carries the present state, so repeats do no harm. */
export type LiveMessage =
  | { type: "thread"; thread: ThreadView }
  | { type: "comment"; annotation: AnnotationView; comment: CommentView }
  /** It is gone, or no longer for this reader, or its comments went to another thread. */
  | { type: "removed"; annotationId: string; mergedIntoId: string | null }
  /** The course reads another text now: everything that is open is of the one before. */
  | { type: "revision"; revisionId: string }
  /** The discussion was paused, or goes on. */
  | { type: "assignment"; isPaused: boolean }
  /** Too much was missed: load everything again. */
  | { type: "reset" };

/** Where messages go; `cursor` is what a reader who comes back gives as Last-Event-ID. */
export interface LiveListener {
  onMessage(message: LiveMessage, cursor: string): void;
  /** Of this moment, and not to be gone on from. */
  onPassing(message: PassingMessage): void;
  onEnd(reason: EndReason): void;
}

/** What the events of one batch speak of, loaded once for all who watch. */
interface Prepared {
  /** The revision that the course reads now. */
  revisionId: string;
  isPaused: boolean;
  threads: Map<string, ThreadRows>;
  comments: Map<string, CommentRow>;
}

type Hub = ReturnType<typeof createHub<Prepared>>;

// Next loads this file once for each of its bundles: they must share one hub, or every bundle
// would keep a LISTEN connection of its own.
const KEY = Symbol.for("postil.hub");
const shared = globalThis as { [KEY]?: Hub };

/** The one hub of this process. */
export function liveHub(): Hub {
  shared[KEY] ??= createHub(prepare, overhear);
  return shared[KEY];
}

/** The cursor from which a page that is loaded now has to follow the events. */
export async function getLiveCursor(assignmentId: string): Promise<string> {
  return sealCursor(assignmentId, await readHead(assignmentId));
}

/**
 * Tells `listener` of everything in an assignment that the viewer may see, from `cursor` on,
 * until the returned function is called or `onEnd` was.
 *
 * A cursor that is not ours begins with a reset. The viewer's role is looked up here, once:
 * when it changes, the stream is ended and opened again.
 *
 * @throws NotFound, TooMany
 */
export async function openLive(
  userId: string,
  assignmentId: string,
  cursor: string | null,
  listener: LiveListener,
): Promise<() => void> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  const head = await readHead(assignmentId);
  const from = cursor === null ? head : openCursor(assignmentId, cursor);
  // A log that was set back, by a restored backup, has not reached the cursors of before.
  const isOurs = from !== null && from <= head;
  if (!isOurs) listener.onMessage({ type: "reset" }, sealCursor(assignmentId, head));
  const leave = liveHub().open({
    assignmentId,
    userId,
    courseId: viewer.courseId,
    cursor: isOurs ? from : head,
    isAllowed: () => isStill(viewer),
    deliver(event, prepared) {
      const seeing = { ...viewer, isPaused: prepared.isPaused || viewer.isClosed };
      const message = present(seeing, event, prepared);
      if (message) listener.onMessage(message, sealCursor(assignmentId, event.number));
    },
    reset: (number) => listener.onMessage({ type: "reset" }, sealCursor(assignmentId, number)),
    end: (reason) => listener.onEnd(reason),
  });
  try {
    const part = await joinCompany(viewer, (message) => listener.onPassing(message));
    return () => {
      part();
      leave();
    };
  } catch (error) {
    leave();
    throw error;
  }
}

/** Whether the person stands before the assignment as they did when their stream was opened. */
async function isStill(viewer: AssignmentViewer): Promise<boolean> {
  try {
    const { role, groupId } = await getAssignmentViewer(viewer.userId, viewer.assignmentId);
    return role === viewer.role && groupId === viewer.groupId;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

async function prepare(assignmentId: string, events: LoggedEvent[]): Promise<Prepared> {
  const place = await db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { courseId: true, revisionId: true, isPaused: true },
  });
  const shown = { ...place, assignmentId };
  const annotationIds = [...new Set(events.flatMap(({ annotationId }) => annotationId ?? []))];
  const commentIds = events.flatMap(({ commentId }) => commentId ?? []);
  const [annotations, comments] = await Promise.all([
    db.annotation.findMany({
      where: { id: { in: annotationIds } },
      select: annotationSelect(shown),
    }),
    db.comment.findMany({ where: { id: { in: commentIds } }, select: commentSelect(shown) }),
  ]);
  const threads = await withComments(shown, annotations);
  return {
    revisionId: place.revisionId,
    isPaused: place.isPaused,
    threads: new Map(threads.map((thread) => [thread.annotation.id, thread])),
    comments: new Map(comments.map((comment) => [comment.id, comment])),
  };
}

function present(
  viewer: AssignmentViewer,
  event: LoggedEvent,
  { revisionId, isPaused, threads, comments }: Prepared,
): LiveMessage | null {
  if (event.type === "REVISION") return { type: "revision", revisionId };
  if (event.type === "ASSIGNMENT") return { type: "assignment", isPaused };
  const { annotationId, commentId } = event;
  const thread = annotationId === null ? undefined : threads.get(annotationId);
  if (!thread || annotationId === null) return null;
  const { annotation } = thread;
  const isThere = annotationAbilities(viewer, annotation).read;
  if (!isThere) {
    const { mergedIntoId } = annotation;
    const before = event.type === "HELD" ? { ...annotation, heldAt: null } : annotation;
    return couldRead(viewer, event, before)
      ? { type: "removed", annotationId, mergedIntoId }
      : null;
  }
  if (commentId === null) return { type: "thread", thread: presentThread(viewer, thread) };
  const comment = comments.get(commentId);
  if (!comment || !commentAbilities(viewer, annotation, comment).read) {
    // There is no message for one comment that is there no longer.
    return comment && event.type === "HELD" ? { type: "reset" } : null;
  }
  return {
    type: "comment",
    annotation: presentAnnotation(viewer, annotation),
    comment: presentComment(viewer, annotation, comment),
  };
}

/** Whether the viewer saw, before this event, what they do not see after it. */
function couldRead(
  viewer: AssignmentViewer,
  { formerAudience, formerGroupId }: LoggedEvent,
  annotation: AnnotationFacts,
): boolean {
  const there = { ...annotation, deletedAt: null, mergedIntoId: null };
  if (annotationAbilities(viewer, there).read) return true;
  if (formerAudience === null) return false;
  const former = { ...there, audience: formerAudience, groupId: formerGroupId };
  return annotationAbilities(viewer, former).read;
}
