import { useDeferredValue, useEffect, useMemo, useState } from "react";

import { type Folded, findFolded, foldInSteps, type TextRange } from "@/lib/anchoring";
import { paintHighlight } from "./css-highlight";
import { useReader } from "./reader-context";
import { useNearRange } from "./use-near-range";

/** More hits than anybody steps through. */
export const HITS_AT_MOST = 10_000;
/** Of a common letter there are many on one screen; beyond this they say nothing. */
const PAINTED_AT_MOST = 1_000;

export type TextSearch = ReturnType<typeof useSearch>;

/**
 * Searches the text for words, ignoring case and accents. The first hit is the first in view or
 * below; all near the view are shown by CSS highlights.
 */
export function useSearch(query: string) {
  const { surface } = useReader();
  const folded = useFolded(surface?.text);
  const asked = useDeferredValue(query);
  const [origin] = useState(() => surface?.blocks[surface.firstInView()]?.from ?? 0);
  const hits = useMemo(
    () => (folded && asked.trim() !== "" ? findFolded(folded, asked, HITS_AT_MOST) : null),
    [folded, asked],
  );
  const [chosen, setChosen] = useState<{ hits: TextRange[]; at: number } | null>(null);
  const below = hits ? firstFrom(hits, origin) : 0;
  const first = below === hits?.length ? 0 : below;
  const at = chosen?.hits === hits ? (chosen?.at ?? first) : first;
  usePaintedHits(hits);
  useShownHit(hits?.[at]);

  function goTo(next: number): void {
    if (hits && hits.length > 0) setChosen({ hits, at: (next + hits.length) % hits.length });
  }

  return { hits, at, goTo, step: (by: 1 | -1): void => goTo(at + by) };
}

/** Folded once a text, however often one searches. */
let last: { text: string; folded: Folded } | null = null;

/** The place of the first hit that begins at `offset` or later. */
function firstFrom(hits: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.start >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The text as it is searched, made a little at a time: a book must not stop the typing. */
function useFolded(text: string | undefined): Folded | null {
  const [folded, setFolded] = useState<Folded | null>(null);
  useEffect(() => {
    if (text === undefined) return;
    if (text === last?.text) {
      setFolded(last.folded);
      return;
    }
    const steps = foldInSteps(text);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const go = () => {
      const step = steps.next();
      if (step.done) {
        last = { text, folded: step.value };
        setFolded(step.value);
      } else timer = setTimeout(go);
    };
    go();
    return () => clearTimeout(timer);
  }, [text]);
  return folded;
}

function usePaintedHits(hits: TextRange[] | null): void {
  const { surface } = useReader();
  const near = useNearRange();
  useEffect(() => {
    if (!surface || !hits || !near) return;
    const from = firstFrom(hits, near.start);
    const to = Math.min(firstFrom(hits, near.end), from + PAINTED_AT_MOST);
    // The one before may reach into it.
    const shown = hits.slice(Math.max(0, from - 1), to);
    return keepPainted(surface, "postil-search", shown);
  }, [surface, hits, near]);
}

function useShownHit(hit: TextRange | undefined): void {
  const { surface } = useReader();
  useEffect(() => {
    if (!surface || !hit) return;
    surface.scrollTo(hit.start);
    return keepPainted(surface, "postil-found", [hit]);
  }, [surface, hit]);
}

/** Painted again whenever the elements of the text are others; answers how to take it away. */
function keepPainted(
  surface: NonNullable<ReturnType<typeof useReader>["surface"]>,
  name: string,
  hits: readonly TextRange[],
): () => void {
  const draw = () =>
    paintHighlight(
      name,
      hits.map(({ start, end }) => surface.rangeOf(start, end)),
    );
  draw();
  const stop = surface.onPaint(draw);
  return () => {
    stop();
    paintHighlight(name, []);
  };
}
