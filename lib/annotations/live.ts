import "server-only";

import { type AssignmentViewer, getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { openCursor, sealCursor } from "@/lib/events/cursor";
import { createHub, type EndReason } from "@/lib/events/hub";
import { type LoggedEvent, readHead } from "@/lib/events/log";
import { annotationAbilities } from "./policy";
import {
  type AnnotationRow,
  type AnnotationView,
  annotationSelect,
  type CommentRow,
  type CommentView,
  commentSelect,
  presentAnnotation,
  presentComment,
  type ThreadView,
} from "./present";
import { presentThread, withComments } from "./threads";

/** What a live reader is told. Every message carries the present state, so repeats do no harm. */
export type LiveMessage =
  | { type: "thread"; thread: ThreadView }
  | { type: "comment"; annotation: AnnotationView; comment: CommentView }
  | { type: "removed"; annotationId: string }
  /** The course reads another text now: everything that is open is of the one before. */
  | { type: "revision"; revisionId: string }
  /** Too much was missed: load everything again. */
  | { type: "reset" };

/** Where messages go; `cursor` is what a reader who comes back gives as Last-Event-ID. */
export interface LiveListener {
  onMessage(message: LiveMessage, cursor: string): void;
  onEnd(reason: EndReason): void;
}

/** What the events of one batch speak of, loaded once for all who watch. */
interface Prepared {
  /** The revision that the course reads now. */
  revisionId: string;
  threads: Map<string, { annotation: AnnotationRow; comments: CommentRow[] }>;
  comments: Map<string, CommentRow>;
}

type Hub = ReturnType<typeof createHub<Prepared>>;

// Next loads this file once for each of its bundles: they must share one hub, or every bundle
// would keep a LISTEN connection of its own.
const KEY = Symbol.for("postil.hub");
const shared = globalThis as { [KEY]?: Hub };

/** The one hub of this process. */
export function liveHub(): Hub {
  shared[KEY] ??= createHub(prepare);
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
  return liveHub().open({
    assignmentId,
    userId,
    courseId: viewer.courseId,
    cursor: isOurs ? from : head,
    isAllowed: () => isStill(viewer),
    deliver(event, prepared) {
      const message = present(viewer, event, prepared);
      if (message) listener.onMessage(message, sealCursor(assignmentId, event.number));
    },
    reset: (number) => listener.onMessage({ type: "reset" }, sealCursor(assignmentId, number)),
    end: (reason) => listener.onEnd(reason),
  });
}

/** Whether the person stands before the assignment as they did when their stream was opened. */
async function isStill({ userId, assignmentId, role }: AssignmentViewer): Promise<boolean> {
  try {
    return (await getAssignmentViewer(userId, assignmentId)).role === role;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

async function prepare(assignmentId: string, events: LoggedEvent[]): Promise<Prepared> {
  const place = await db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { courseId: true, revisionId: true },
  });
  const annotationIds = [...new Set(events.flatMap(({ annotationId }) => annotationId ?? []))];
  const commentIds = events.flatMap(({ commentId }) => commentId ?? []);
  const [annotations, comments] = await Promise.all([
    db.annotation.findMany({
      where: { id: { in: annotationIds } },
      select: annotationSelect(place),
    }),
    db.comment.findMany({ where: { id: { in: commentIds } }, select: commentSelect(place) }),
  ]);
  const threads = await withComments(place, annotations);
  return {
    revisionId: place.revisionId,
    threads: new Map(threads.map((thread) => [thread.annotation.id, thread])),
    comments: new Map(comments.map((comment) => [comment.id, comment])),
  };
}

function present(
  viewer: AssignmentViewer,
  { type, annotationId, commentId }: LoggedEvent,
  { revisionId, threads, comments }: Prepared,
): LiveMessage | null {
  if (type === "REVISION") return { type: "revision", revisionId };
  const thread = annotationId === null ? undefined : threads.get(annotationId);
  if (!thread || annotationId === null) return null;
  const { annotation } = thread;
  const couldRead = annotationAbilities(viewer, { ...annotation, deletedAt: null }).read;
  if (!couldRead) return null;
  if (annotation.deletedAt !== null) return { type: "removed", annotationId };
  const comment = commentId ? comments.get(commentId) : undefined;
  if (!comment) return { type: "thread", thread: presentThread(viewer, thread) };
  return {
    type: "comment",
    annotation: presentAnnotation(viewer, annotation),
    comment: presentComment(viewer, annotation, comment),
  };
}
