import { useTranslations } from "next-intl";
import { useEffect } from "react";

import { MARK, type PaintedSpan } from "@/lib/editor/annotation-layer";
import { paintHighlight } from "./css-highlight";
import { useReader, useReaderState } from "./reader-context";
import type { ReaderMark } from "./store";

/** Keeps the marks on the text as the store has them; only what changed is painted anew. */
export function usePainted(): void {
  const t = useTranslations("reader");
  const { store, surface } = useReader();

  useEffect(() => {
    if (!surface) return;
    const spanOf = (mark: ReaderMark): PaintedSpan => ({
      id: mark.id,
      start: mark.start,
      end: mark.end,
      flags: flagsOf(mark),
      label: t("mark", { kind: kindOf(mark), count: mark.commentCount }),
    });
    let marks: ReadonlyMap<string, ReaderMark> = new Map();
    const follow = () => {
      const next = store.getState().marks;
      if (next === marks) return;
      const remove = [...marks.keys()].filter((id) => !next.has(id));
      const put = [...next.values()].filter((mark) => !looksAlike(marks.get(mark.id), mark));
      marks = next;
      if (put.length + remove.length > 0) surface.show({ put: put.map(spanOf), remove });
    };
    follow();
    return store.subscribe(follow);
  }, [store, surface, t]);

  usePointedAt(
    "postil-focus",
    useReaderState((state) => state.focusedId),
  );
  usePointedAt(
    "postil-hover",
    useReaderState((state) => state.hoveredId),
  );
}

/** Shows one mark by a CSS highlight: what changes with the pointer must not touch the text. */
function usePointedAt(name: string, id: string | null): void {
  const { surface } = useReader();
  const mark = useReaderState(({ marks }) => (id ? marks.get(id) : undefined));
  const start = mark?.start;
  const end = mark?.end;
  useEffect(() => {
    if (!surface || start === undefined || end === undefined) return;
    const draw = () => paintHighlight(name, [surface.rangeOf(start, end)]);
    draw();
    const stop = surface.onPaint(draw);
    return () => {
      stop();
      paintHighlight(name, []);
    };
  }, [surface, name, start, end]);
}

function flagsOf({ kind, audience, pending }: ReaderMark): number {
  const shown = audience === "ONLY_ME" ? MARK.PRIVATE : MARK[kind];
  return pending?.state === "refused" ? shown | MARK.UNSAVED : shown;
}

function kindOf({ kind, audience }: ReaderMark): string {
  return audience === "ONLY_ME" ? "PRIVATE" : kind;
}

function looksAlike(a: ReaderMark | undefined, b: ReaderMark): boolean {
  return (
    a !== undefined &&
    a.start === b.start &&
    a.end === b.end &&
    a.commentCount === b.commentCount &&
    flagsOf(a) === flagsOf(b)
  );
}
