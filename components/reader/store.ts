import { createStore } from "zustand/vanilla";

import type { MarksView } from "@/lib/annotations/marks";
import type { AnnotationView, CommentView, ThreadView } from "@/lib/annotations/present";
import type { Audience } from "@/prisma/generated/enums";
import { EVERYTHING, type MarkFilter } from "./mark-filter";
import { MarkList, type ReaderMark } from "./mark-list";
import { markOf } from "./mark-of";
import { type LocalThread, mergeComment, mergePage, mergeThread } from "./merge";
import { NOTHING_OWN, type Own } from "./own";
import { followShown, type Shown } from "./shown-marks";
import { unpackMarks } from "./unpack-marks";

export type Connection = "connecting" | "live" | "offline" | "ended";

/** What somebody is writing, and where it belongs. */
export type Place = (
  | {
      type: "new";
      start: number;
      end: number;
      kind: "COMMENT" | "QUESTION";
      audience: Audience;
      /** Tells apart what was begun on several passages of an earlier text and stands together now. */
      begunOn?: string;
    }
  | {
      type: "reply";
      annotationId: string;
      /** The comment that is answered where nobody but its author and the staff can see it. */
      privateTo?: string;
      /** What these words make of a highlight. */
      opens?: "COMMENT" | "QUESTION";
    }
  | { type: "edit"; annotationId: string; commentId: string }
) & {
  /** Tells apart what two devices wrote at one place. */
  beside?: string;
};

interface ReaderState extends Shown {
  marks: MarkList;
  filter: MarkFilter;
  /** Nothing is marked in the text. */
  areHidden: boolean;
  threads: Map<string, LocalThread>;
  /** How often all threads were let go of, to be asked for anew. */
  reloads: number;
  focusedId: string | null;
  hoveredId: string | null;
  /** Threads that hold something unread, of this visit or of those before, until they are looked at. */
  freshIds: Set<string>;
  /** Fresh threads above the view, kept out of the margin so that nothing moves under the reader. */
  heldIds: Set<string>;
  place: Place | null;
  /** What the reader noted for themselves. */
  own: Own;
  /** Counts how often drafts came in from other devices. */
  draftsSeen: number;
  connection: Connection;
  isDiscussionOpen: boolean;
  /** The course reads another text than the one that is shown. */
  isRevised: boolean;
  /** The thread for which a passage is being selected. */
  reattachingId: string | null;
  /** The thread of which it is asked who sees it. */
  audienceOfId: string | null;
  /** The last thing that was said to screen readers; the number makes a repeat a change. */
  said: { text: string; number: number };
}

interface View {
  filter: MarkFilter;
  areHidden: boolean;
  own: Own;
}

/** The state of one open reading, and every change that it can undergo. */
export function createReaderStore(
  threads: ThreadView[],
  readerId: string,
  { filter = EVERYTHING, areHidden = false, own = NOTHING_OWN }: Partial<View> = {},
) {
  const follow = followShown(readerId);
  const marks = MarkList.of(threads.map((thread) => markOf(thread)));
  const store = createStore<ReaderState>(() => ({
    ...{ marks, filter, areHidden },
    ...follow({ marks, filter, areHidden, keptIds: [], freshIds: new Set(), own }),
    threads: new Map(threads.map((thread) => [thread.id, thread])),
    reloads: 0,
    focusedId: null,
    hoveredId: null,
    freshIds: new Set(),
    heldIds: new Set(),
    place: null,
    own,
    draftsSeen: 0,
    connection: "connecting",
    isDiscussionOpen: false,
    isRevised: false,
    reattachingId: null,
    audienceOfId: null,
    said: { text: "", number: 0 },
  }));
  const { getState: get } = store;

  /** What is shown follows from all else, in the same step. */
  function set(change: Change | ((state: ReaderState) => Change)): void {
    store.setState((state) => {
      const changes = typeof change === "function" ? change(state) : change;
      const next = { ...state, ...changes };
      return { ...changes, ...follow({ ...next, keptIds: keptIds(next) }) };
    });
  }

  /** Threads and their marks in one step, those alone that are not known just so. */
  function setThreads(given: readonly LocalThread[]): void {
    const { threads, marks } = get();
    const changed = given.filter((each) => !isSame(threads.get(each.id), each));
    const change = withMarks(marks, given);
    const next = new Map(threads);
    for (const each of changed) next.set(each.id, each);
    set({ ...change, ...(changed.length > 0 && { threads: next }) });
  }

  const setThread = (thread: LocalThread): void => setThreads([thread]);

  function withMarks(marks: MarkList, annotations: readonly Parameters<typeof markOf>[0][]) {
    const put = annotations
      .map((each) => markOf(each, marks.get(each.id)))
      .filter((mark) => !isSame(marks.get(mark.id), mark));
    return put.length > 0 ? { marks: marks.with({ put }) } : {};
  }

  /**
   * An answer as the text on the screen has it. Once the course reads another one, the server's
   * places are of that: what is shown keeps the place it has, and what is new waits for the new text.
   */
  function asShown<View extends AnnotationView>(view: View): View[] {
    const { isRevised, marks } = get();
    if (!isRevised) return [view];
    const known = marks.get(view.id);
    if (!known) return [];
    return [{ ...view, anchor: { start: known.start, end: known.end, state: known.state } }];
  }

  return {
    ...store,
    /** Marks that did not come with the page; what is known already is newer. */
    addMarks(view: MarksView): void {
      set(({ marks }) => ({
        marks: marks.with({ put: unpackMarks(view).filter(({ id }) => !marks.has(id)) }),
      }));
    },
    /** Begins again from the marks that the server has; only what is not sent yet stays. */
    reload(view: MarksView): void {
      set(({ marks, threads, reloads }) => {
        const next = new Map<string, ReaderMark>();
        for (const mark of unpackMarks(view)) next.set(mark.id, mark);
        for (const mark of marks.ordered) if (mark.pending) next.set(mark.id, mark);
        const remove = marks.ordered.flatMap(({ id }) => (next.has(id) ? [] : [id]));
        const unsent = [...threads].filter(
          ([, thread]) => thread.pending || thread.comments.some(({ pending }) => pending),
        );
        return {
          marks: marks.with({ put: [...next.values()], remove }),
          threads: new Map(unsent),
          reloads: reloads + 1,
        };
      });
    },
    setThread,
    putThreads(views: ThreadView[]): void {
      const { threads } = get();
      setThreads(views.flatMap(asShown).map((view) => mergeThread(threads.get(view.id), view)));
    },
    putComment(told: AnnotationView, comment: CommentView): void {
      const [annotation] = asShown(told);
      if (!annotation) return;
      const known = get().threads.get(annotation.id);
      if (known) setThread(mergeComment(known, annotation, comment));
      // Not loaded: the mark is enough until the thread comes into view.
      else set(({ marks }) => withMarks(marks, [annotation]));
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
        threads.delete(id);
        return {
          threads,
          marks: state.marks.with({ remove: [id] }),
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
    choose: (filter: MarkFilter) => set({ filter }),
    hide: (areHidden: boolean) => set({ areHidden }),
    write: (place: Place | null) => set({ place }),
    note: (change: (own: Own) => Partial<Own>) =>
      set(({ own }) => ({ own: { ...own, ...change(own) } })),
    connect: (connection: Connection) => set({ connection }),
    seeDrafts: () => set(({ draftsSeen }) => ({ draftsSeen: draftsSeen + 1 })),
    revise: () => set({ isRevised: true }),
    reattach: (reattachingId: string | null) => set({ reattachingId }),
    askAudience: (audienceOfId: string | null) => set({ audienceOfId }),
    openDiscussion: (isDiscussionOpen: boolean) => set({ isDiscussionOpen }),
    /** Somebody else wrote in a thread. A new one above the view waits outside the margin. */
    arrive: (id: string, { isHeld }: { isHeld: boolean }) =>
      set(({ freshIds, heldIds }) => ({
        freshIds: new Set(freshIds).add(id),
        heldIds: isHeld ? new Set(heldIds).add(id) : heldIds,
      })),
    /** What was unread before this page was opened. */
    addUnread: (ids: string[]) =>
      set(({ freshIds }) => ({ freshIds: new Set([...freshIds, ...ids]) })),
    markAllLookedAt: () => set({ freshIds: new Set() }),
    release: (ids: string[]) => set(({ heldIds }) => ({ heldIds: ids.reduce(without, heldIds) })),
    markLookedAt(id: string): void {
      if (get().freshIds.has(id)) set(({ freshIds }) => ({ freshIds: without(freshIds, id) }));
    },
    say: (text: string) => set(({ said }) => ({ said: { text, number: said.number + 1 } })),
  };
}

export type ReaderStore = ReturnType<typeof createReaderStore>;

type Change = Partial<Omit<ReaderState, keyof Shown>>;

/** The threads in which one reads or writes. */
function keptIds({ focusedId, reattachingId, place }: ReaderState): string[] {
  const writtenIn = place && place.type !== "new" ? place.annotationId : null;
  return [focusedId, reattachingId, writtenIn].filter((id) => id !== null);
}

/** What an answer brings is often what its writer, or the live stream, brought already. */
function isSame(known: unknown, next: unknown): boolean {
  return known !== undefined && JSON.stringify(known) === JSON.stringify(next);
}

function without(ids: Set<string>, id: string): Set<string> {
  if (!ids.has(id)) return ids;
  const rest = new Set(ids);
  rest.delete(id);
  return rest;
}
