"use client";

import { useTranslations } from "next-intl";
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type PointerEvent,
  useEffect,
  useMemo,
  useState,
} from "react";

import { type Stretch, stretchAt, stretchStart } from "./density";
import { DensityTable } from "./density-table";
import { followView } from "./follow-view";
import { useReader } from "./reader-context";
import { stripKey } from "./strip-keys";
import type { TextSurface } from "./text-surface";
import { useDensity } from "./use-density";

/** Where in the text the notes are, and what is new: a strip beside it that leads there. */
export function DensityStrip() {
  const { surface } = useReader();
  const density = useDensity();
  if (!surface || density.length === 0) return null;
  return (
    <>
      <Strip surface={surface} density={density} />
      <DensityTable text={surface.text} density={density} />
    </>
  );
}

/** A line is the longest from so many notes on: with few, one must not look like many. */
const LONGEST_FROM = 4;

interface StripProps {
  surface: TextSurface;
  density: readonly Stretch[];
}

function Strip({ surface, density }: StripProps) {
  const t = useTranslations("reader.strip");
  const view = useViewedStretches(surface);
  // While keys choose, the strip stands where they left it, however far the text could scroll.
  const [chosen, setChosen] = useState<number | null>(null);
  const at = chosen ?? view.first;
  const count = density.length;
  const most = Math.max(LONGEST_FROM, ...density.map(({ notes }) => notes));

  function go(stretch: number): void {
    surface.scrollTo(stretchStart(surface.text.length, stretch));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = stripKey(event.key, at, count);
    if (to === null) return;
    event.preventDefault();
    setChosen(to);
    go(to);
  }

  function onPoint(event: PointerEvent<HTMLElement>): void {
    if (event.buttons !== 1) return;
    setChosen(null);
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const stretch = Math.floor(((event.clientY - top) / height) * count);
    go(Math.max(0, Math.min(count - 1, stretch)));
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t("name")}
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={at + 1}
      aria-valuetext={t("part", {
        part: at + 1,
        count,
        ...(density[at] ?? { notes: 0, unread: 0 }),
      })}
      className="density-strip"
      onKeyDown={onKeyDown}
      onPointerDown={onPoint}
      onPointerMove={onPoint}
      onBlur={() => setChosen(null)}
    >
      <span
        className="density-view"
        style={{ "--from": view.first / count, "--to": (view.last + 1) / count } as CSSProperties}
      />
      {density.map((stretch, index) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
          key={index}
          {...{ index, count, most, stretch }}
          isChosen={chosen === index}
        />
      ))}
    </div>
  );
}

/** One stretch; drawn again only where something changed, as putting its name into words takes long. */
const Line = memo(function Line({ index, count, most, stretch, isChosen }: LineProps) {
  const t = useTranslations("reader.strip");
  const { notes, unread } = stretch;
  const title = useMemo(
    () => t("part", { part: index + 1, count, notes, unread }),
    [t, index, count, notes, unread],
  );
  return (
    <span
      title={title}
      className="density-stretch"
      data-unread={unread > 0 || undefined}
      data-chosen={isChosen || undefined}
      style={{ "--share": Math.sqrt(notes / most) } as CSSProperties}
    />
  );
});

interface LineProps {
  index: number;
  /** How many stretches there are, and how many notes the fullest one has. */
  count: number;
  most: number;
  stretch: Stretch;
  isChosen: boolean;
}

/** The stretches that are on the screen. */
function useViewedStretches(surface: TextSurface): { first: number; last: number } {
  const [view, setView] = useState({ first: 0, last: 0 });
  useEffect(() => {
    const { length } = surface.text;
    return followView(surface, ({ from, to }) => {
      const [first, last] = [stretchAt(length, from), stretchAt(length, to)];
      setView((known) => (known.first === first && known.last === last ? known : { first, last }));
    });
  }, [surface]);
  return view;
}
