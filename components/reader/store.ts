import { createStore } from "zustand/vanilla";

import type { MarksView } from "@/lib/annotations/marks";
import type { AnnotationView, CommentView, ThreadView } from "@/lib/annotations/present";
import type { AnnotationKind, Audience } from "@/prisma/generated/enums";
import { type LocalThread, mergeComment, mergePage, mergeThread, type Pending } from "./merge";

/** A mark on the text; its thread may not be loaded yet. */
export interface ReaderMark {
  id: string;
  start: number;
  end: number;
  kind: AnnotationKind;
  audience: Audience;
  author: { id: string; name: string };
  commentCount: number;
  pending?: Pending;
}

export type Connection = "connecting" | "live" | "offline" | "ended";

/** What somebody is writing, and where it belongs. */
export type Place =
  | { type: "new"; start: number; end: number; kind: "COMMENT" | "QUESTION"; audience: Audience }
  | { type: "reply"; annotationId: string }
  | { type: "edit"; annotationId: string; commentId: string };

interface ReaderState {
  marks: Map<string, ReaderMark>;
  threads: Map<string, LocalThread>;
  focusedId: string | null;
  hoveredId: string | null;
  /** Threads in which somebody else wrote since this page was opened, until they were looked at. */
  freshIds: Set<string>;
  /** Fresh threads above the view, kept out of the margin so that nothing moves under the reader. */
  heldIds: Set<string>;
  place: Place | null;
  connection: Connection;
  isDiscussionOpen: boolean;
  /** The last thing that was said to screen readers; the number makes a repeat a change. */
  said: { text: string; number: number };
}

/** The state of one open reading, and every change that it can undergo. */
export function createReaderStore(threads: ThreadView[]) {
  const store = createStore<ReaderState>(() => ({
    marks: new Map(threads.map((thread) => [thread.id, markOf(thread)])),
    threads: new Map(threads.map((thread) => [thread.id, thread])),
    focusedId: null,
    hoveredId: null,
    freshIds: new Set(),
    heldIds: new Set(),
    place: null,
    connection: "connecting",
    isDiscussionOpen: false,
    said: { text: "", number: 0 },
  }));
  const { setState: set, getState: get } = store;

  function setThread(thread: LocalThread): void {
    set(({ threads, marks }) => ({
      threads: new Map(threads).set(thread.id, thread),
      marks: new Map(marks).set(thread.id, markOf(thread)),
    }));
  }

  return {
    ...store,
    /** Marks that did not come with the page; what is known already is newer. */
    addMarks(view: MarksView): void {
      set(({ marks }) => {
        const all = new Map(marks);
        for (const mark of unpackMarks(view)) if (!all.has(mark.id)) all.set(mark.id, mark);
        return { marks: all };
      });
    },
    /** Begins again from the marks that the server has; only what is not sent yet stays. */
    reload(view: MarksView): void {
      set(({ marks, threads }) => {
        const kept = new Map([...marks].filter(([, mark]) => mark.pending));
        for (const mark of unpackMarks(view)) if (!kept.has(mark.id)) kept.set(mark.id, mark);
        const unsent = [...threads].filter(
          ([, thread]) => thread.pending || thread.comments.some(({ pending }) => pending),
        );
        return { marks: kept, threads: new Map(unsent) };
      });
    },
    setThread,
    putThreads(views: ThreadView[]): void {
      set(({ threads, marks }) => {
        const merged = views.map((view) => mergeThread(threads.get(view.id), view));
        return {
          threads: new Map([...threads, ...merged.map((each) => [each.id, each] as const)]),
          marks: new Map([...marks, ...merged.map((each) => [each.id, markOf(each)] as const)]),
        };
      });
    },
    putComment(annotation: AnnotationView, comment: CommentView): void {
      const known = get().threads.get(annotation.id);
      if (known) setThread(mergeComment(known, annotation, comment));
      // Not loaded: the mark is enough until the thread comes into view.
      else set(({ marks }) => ({ marks: new Map(marks).set(annotation.id, markOf(annotation)) }));
    },
    putPage(id: string, page: { rows: CommentView[]; nextCursor: string | null }): void {
      const known = get().threads.get(id);
      if (known) setThread(mergePage(known, page));
    },
    /** The server has a comment that was shown as on its way. */
    settle(comment: CommentView): void {
      const known = get().threads.get(comment.annotationId);
      if (!known) return;
      const wasPending = known.comments.some(({ id, pending }) => id === comment.id && pending);
      const { nextCursor } = known;
      const settled = mergePage(known, { rows: [comment], nextCursor });
      setThread({ ...settled, commentCount: known.commentCount + (wasPending ? 1 : 0) });
    },
    drop(id: string): void {
      set((state) => {
        const threads = new Map(state.threads);
        const marks = new Map(state.marks);
        threads.delete(id);
        marks.delete(id);
        return {
          threads,
          marks,
          freshIds: without(state.freshIds, id),
          heldIds: without(state.heldIds, id),
          focusedId: state.focusedId === id ? null : state.focusedId,
        };
      });
    },
    focus(focusedId: string | null): void {
      set(({ freshIds, heldIds }) => ({
        focusedId,
        freshIds: focusedId ? without(freshIds, focusedId) : freshIds,
        heldIds: focusedId ? without(heldIds, focusedId) : heldIds,
      }));
    },
    hover: (hoveredId: string | null) => set({ hoveredId }),
    write: (place: Place | null) => set({ place }),
    connect: (connection: Connection) => set({ connection }),
    openDiscussion: (isDiscussionOpen: boolean) => set({ isDiscussionOpen }),
    /** Somebody else wrote in a thread. A new one above the view waits outside the margin. */
    arrive: (id: string, { isHeld }: { isHeld: boolean }) =>
      set(({ freshIds, heldIds }) => ({
        freshIds: new Set(freshIds).add(id),
        heldIds: isHeld ? new Set(heldIds).add(id) : heldIds,
      })),
    release: (ids: string[]) => set(({ heldIds }) => ({ heldIds: ids.reduce(without, heldIds) })),
    markLookedAt(id: string): void {
      if (get().freshIds.has(id)) set(({ freshIds }) => ({ freshIds: without(freshIds, id) }));
    },
    say: (text: string) => set(({ said }) => ({ said: { text, number: said.number + 1 } })),
  };
}

export type ReaderStore = ReturnType<typeof createReaderStore>;

function markOf(thread: AnnotationView & { pending?: Pending }): ReaderMark {
  const { id, anchor, kind, audience, author, commentCount, pending } = thread;
  return {
    id,
    start: anchor.start,
    end: anchor.end,
    kind,
    audience,
    author: { id: author.id, name: author.name },
    commentCount,
    ...(pending ? { pending } : {}),
  };
}

function unpackMarks(view: MarksView): ReaderMark[] {
  return view.ids.map((id, index) => ({
    id,
    start: view.starts[index]!,
    end: view.ends[index]!,
    kind: view.kinds[index]!,
    audience: view.audiences[index]!,
    author: view.authors[view.authorIndexes[index]!]!,
    commentCount: view.commentCounts[index]!,
  }));
}

function without(ids: Set<string>, id: string): Set<string> {
  if (!ids.has(id)) return ids;
  const rest = new Set(ids);
  rest.delete(id);
  return rest;
}
