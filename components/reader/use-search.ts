import { useEffect, useMemo, useState } from "react";

import { paintHighlight } from "./css-highlight";
import { useReader } from "./reader-context";

/** More hits than anybody steps through; painting them all must stay quick. */
const HITS_AT_MOST = 1_000;

interface Hit {
  start: number;
  end: number;
}

/** Searches the text for words, ignoring case; the hits are shown by CSS highlights. */
export function useSearch() {
  const { surface } = useReader();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const hits = useMemo(() => findAll(surface?.text ?? "", query), [surface, query]);

  useEffect(() => {
    if (!surface) return;
    const draw = () =>
      paintHighlight(
        "postil-search",
        hits.map(({ start, end }) => surface.rangeOf(start, end)),
      );
    draw();
    const stop = surface.onPaint(draw);
    return () => {
      stop();
      paintHighlight("postil-search", []);
    };
  }, [surface, hits]);

  const present = hits[at];
  useEffect(() => {
    if (!surface || !present) return;
    surface.scrollTo(present.start);
    const draw = () =>
      paintHighlight("postil-focus", [surface.rangeOf(present.start, present.end)]);
    draw();
    const stop = surface.onPaint(draw);
    return () => {
      stop();
      paintHighlight("postil-focus", []);
    };
  }, [surface, present]);

  return {
    query,
    setQuery(next: string): void {
      setQuery(next);
      setAt(0);
    },
    hits,
    at,
    step(by: 1 | -1): void {
      if (hits.length > 0) setAt((at + by + hits.length) % hits.length);
    },
  };
}

/** Every place where the words stand; white space in them stands for any white space. */
function findAll(text: string, query: string): Hit[] {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const pattern = new RegExp(words.map(escapeRegExp).join("\\s+"), "giu");
  const hits: Hit[] = [];
  for (const match of text.matchAll(pattern)) {
    hits.push({ start: match.index, end: match.index + match[0].length });
    if (hits.length === HITS_AT_MOST) break;
  }
  return hits;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
