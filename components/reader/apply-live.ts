import type { LiveMessage } from "@/lib/annotations/live";
import type { ReaderStore } from "./store";

/** What a live message brought that somebody may want to hear of: words that were not known before. */
export interface News {
  annotationId: string;
  start: number;
  author: { id: string; name: string };
  /** A thread of its own, and not a reply in one that is known. */
  isThread: boolean;
}

/** A message that changes what is known of threads; the others concern the page as a whole. */
export type ThreadMessage = Extract<LiveMessage, { type: "thread" | "comment" | "removed" }>;

/** Brings the store up to what a live message tells. */
export function applyLive(store: ReaderStore, message: ThreadMessage): News | null {
  const { marks, threads } = store.getState();
  if (message.type === "removed") {
    const { annotationId, mergedIntoId } = message;
    const isRead = store.getState().focusedId === annotationId;
    store.drop(annotationId);
    // Who reads in it goes on where its words are now.
    if (isRead && mergedIntoId && marks.has(mergedIntoId)) store.focus(mergedIntoId);
    return null;
  }
  if (message.type === "thread") {
    const { thread } = message;
    const isKnown = marks.has(thread.id);
    store.putThreads([thread]);
    if (isKnown || !store.getState().marks.has(thread.id)) return null;
    const { id: annotationId, author, anchor } = thread;
    return { annotationId, author, start: anchor.start, isThread: true };
  }
  const { annotation, comment } = message;
  const known = threads.get(annotation.id);
  const isKnown = known?.comments.some(({ id }) => id === comment.id);
  store.putComment(annotation, comment);
  if (isKnown || !comment.author) return null;
  const { id: annotationId, anchor } = annotation;
  return { annotationId, author: comment.author, start: anchor.start, isThread: false };
}
