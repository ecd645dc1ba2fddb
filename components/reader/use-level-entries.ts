import { useCallback, useMemo, useState } from "react";

import { bandsOf } from "./margin-bands";
import { findCrowds } from "./margin-crowds";
import { arrange, type MarginEntry, withNew } from "./margin-entries";
import { isOnWhole, type ReaderMark } from "./mark-list";
import { useReader, useReaderState } from "./reader-context";
import { useKeptThreads } from "./use-kept-threads";
import { useMarginThreads } from "./use-margin-threads";
import { type NearBands, useNearBands } from "./use-near-bands";

/** Up to here every thread has its card; beyond, only those near the view. */
const ALL_UP_TO = 150;
/** About how tall a card is while nobody is in it: a highlight, a comment, one with replies. */
const HEIGHT = { highlight: 84, comment: 112, talk: 144 };

/** What stands beside the text now, in the order of the text, and how to open and fold a crowd. */
export function useLevelEntries() {
  const { store, surface } = useReader();
  const threads = useMarginThreads();
  const keptIds = useKeptThreads();
  const place = useReaderState((state) => state.place);
  const [openBands, setOpenBands] = useState<ReadonlySet<number>>(new Set());
  const bands = useMemo(() => surface && bandsOf(surface.blocks), [surface]);
  const near = useNearBands(bands);

  const crowds = useMemo(
    () =>
      bands
        ? findCrowds(
            threads.map((mark) => ({ band: bands.at(mark.start), height: heightOf(mark) })),
          )
        : [],
    [threads, bands],
  );

  const entries = useMemo((): MarginEntry[] => {
    const range =
      threads.length <= ALL_UP_TO
        ? { from: 0, to: threads.length }
        : rangeOf(threads, near, bands?.beginOf);
    const keptAt = placesOf(threads, keptIds, (id) => store.getState().marks.get(id)?.start);
    const arranged = arrange({ threads, near: range, crowds, openBands, keptAt });
    const isWriting = place?.type === "new" && !isOnWhole(place);
    return isWriting ? withNew(arranged, place.start) : arranged;
  }, [store, threads, near, bands, crowds, openBands, keptIds, place]);

  const toggle = useCallback((band: number) => {
    setOpenBands((open) => {
      const next = new Set(open);
      if (!next.delete(band)) next.add(band);
      return next;
    });
  }, []);

  return { entries, size: threads.length, toggle };
}

function heightOf({ commentCount }: ReaderMark): number {
  if (commentCount === 0) return HEIGHT.highlight;
  return commentCount === 1 ? HEIGHT.comment : HEIGHT.talk;
}

/** The threads that begin in these bands. */
function rangeOf(
  threads: readonly ReaderMark[],
  near: NearBands | null,
  beginOf: ((band: number) => number) | undefined,
): { from: number; to: number } {
  if (!near || !beginOf) return { from: 0, to: 0 };
  const from = firstFrom(threads, beginOf(near.first));
  return { from, to: firstFrom(threads, beginOf(near.last + 1)) };
}

/** Where the named threads are among all. */
function placesOf(
  threads: readonly ReaderMark[],
  ids: Iterable<string>,
  startOf: (id: string) => number | undefined,
): Set<number> {
  const places = new Set<number>();
  for (const id of ids) {
    const start = startOf(id);
    if (start === undefined) continue;
    for (let at = firstFrom(threads, start); threads[at]?.start === start; at++) {
      if (threads[at]?.id === id) places.add(at);
    }
  }
  return places;
}

/** The place of the first thread that begins at `offset` or later. */
function firstFrom(threads: readonly ReaderMark[], offset: number): number {
  let low = 0;
  let high = threads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (threads[middle]!.start >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
