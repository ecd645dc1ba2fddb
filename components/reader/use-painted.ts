import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { usePreference } from "@/components/preferences/preferences-provider";
import { MARK, type PaintedSpan } from "@/lib/editor/annotation-layer";
import { paintHighlight } from "./css-highlight";
import type { MarkList, ReaderMark } from "./mark-list";
import { useReader, useReaderState } from "./reader-context";

/** Keeps the marks on the text as the store has them; only what changed is painted anew. */
export function usePainted(): void {
  const t = useTranslations("reader");
  const { store, surface } = useReader();
  const level = usePreference(({ highlightAnnouncements }) => highlightAnnouncements);

  useEffect(() => {
    const crowd = (count: number) => `${t("severalHere", { count })}: `;
    surface?.show({ announcements: { level, crowd, end: ` ${t("markEnds")} ` } });
  }, [surface, level, t]);

  useEffect(() => {
    if (!surface) return;
    // Thousands of marks have a handful of labels, and each takes long to put into words.
    const labels = new Map<string, string>();
    const labelOf = (mark: ReaderMark): string => {
      const [kind, count] = [kindOf(mark), mark.commentCount];
      const key = `${kind} ${count}`;
      const label = labels.get(key) ?? t("mark", { kind, count });
      labels.set(key, label);
      return label;
    };
    const spanOf = (mark: ReaderMark): PaintedSpan => ({
      id: mark.id,
      start: mark.start,
      end: mark.end,
      flags: flagsOf(mark),
      label: labelOf(mark),
    });
    const painted = new Map<string, ReaderMark>();
    let version = -1;
    const follow = () => {
      const { painted: marks } = store.getState();
      if (marks.version === version) return;
      const { put, remove } = marks.version === version + 1 ? marks.change : changeTo(marks);
      version = marks.version;
      const detached = put.filter(({ state }) => state === "DETACHED").map(({ id }) => id);
      const gone = [...remove, ...detached].filter((id) => painted.delete(id));
      const changed = put.filter(
        (mark) => mark.state !== "DETACHED" && !looksAlike(painted.get(mark.id), mark),
      );
      for (const mark of changed) painted.set(mark.id, mark);
      if (changed.length + gone.length > 0)
        surface.show({ put: changed.map(spanOf), remove: gone });
    };
    /** Everything, where a step was missed. */
    const changeTo = (marks: MarkList) => ({
      put: marks.ordered,
      remove: [...painted.keys()].filter((id) => !marks.has(id)),
    });
    follow();
    return store.subscribe(follow);
  }, [store, surface, t]);

  usePassage(
    "postil-focus",
    useReaderState(({ marks, focusedId }) => (focusedId ? marks.get(focusedId) : undefined)),
  );
  usePassage(
    "postil-hover",
    useReaderState(({ marks, hoveredId }) => (hoveredId ? marks.get(hoveredId) : undefined)),
  );
  usePassage(
    "postil-writing",
    useReaderState(({ place }) => (place?.type === "new" ? place : undefined)),
  );
}

/** Shows one passage by a CSS highlight: what comes and goes with the reader must not touch the text. */
function usePassage(name: string, passage: { start: number; end: number } | undefined): void {
  const { surface } = useReader();
  const start = passage?.start;
  const end = passage?.end;
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
