import type { CommentView } from "@/lib/annotations/present";
import { api, type ThreadMark } from "./api";
import type { LocalComment, LocalThread } from "./merge";
import type { ReaderStore } from "./store";

interface StaffActionsOptions {
  store: ReaderStore;
  /** Runs a change and says what came of it. */
  attempt(change: () => Promise<void>): Promise<boolean>;
}

/** What the staff do with threads and comments of others. Each tells whether it was done. */
export function createStaffActions({ store, attempt }: StaffActionsOptions) {
  function change(send: () => Promise<CommentView>): Promise<boolean> {
    return attempt(async () => {
      const comment = await send();
      const thread = store.getState().threads.get(comment.annotationId);
      if (thread) store.putComment(thread, comment);
    });
  }

  async function load(id: string): Promise<void> {
    store.putThreads([await api.getThread(id)]);
  }

  return {
    markThread: ({ id }: LocalThread, mark: ThreadMark, isMarked: boolean) =>
      attempt(async () => store.putThreads([await api.markThread(id, mark, isMarked)])),
    pick: ({ id }: LocalComment, isPicked: boolean) => change(() => api.pick(id, isPicked)),
    hide: ({ id }: LocalComment, reason: string) => change(() => api.hide(id, reason)),
    show: ({ id }: LocalComment) => change(() => api.show(id)),
    /** Lets a comment in; with an opening comment its thread is let in too. */
    approve: ({ id, annotationId }: LocalComment) =>
      attempt(async () => {
        await api.approve(id);
        await load(annotationId);
      }),
    /** Takes back that it was let in or hidden. */
    undoDecision: ({ id, annotationId }: LocalComment) =>
      attempt(async () => {
        await api.undoDecision(id);
        await load(annotationId);
      }),
    merge: ({ id }: LocalThread, into: string) =>
      attempt(async () => {
        const lead = await api.merge(id, into);
        store.drop(id);
        store.putThreads([lead]);
        store.focus(into);
      }),
    unmerge: (id: string, from: string) =>
      attempt(async () => {
        const thread = await api.unmerge(id);
        await load(from);
        store.putThreads([thread]);
        store.focus(id);
      }),
  };
}
