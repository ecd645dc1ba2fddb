"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, useEffect, useId, useMemo, useRef, useState } from "react";

import type { Overlap } from "./overlap";
import { ORDERS, type Order, sortMarks } from "./overlap-order";
import { OverlapRow } from "./overlap-row";
import { useReader, useReaderState } from "./reader-context";
import { useOverlapRows } from "./use-overlap-rows";
import { useSteps } from "./use-steps";

/** The threads that lie on one place of the text, to choose from. */
export function OverlapList({ overlap, onClose }: OverlapListProps) {
  const t = useTranslations("reader");
  const { store } = useReader();
  const { goTo } = useSteps();
  const marks = useReaderState((state) => state.marks);
  const [order, setOrder] = useState<Order>("shortest");
  const name = useId();
  const shown = useMemo(
    () =>
      sortMarks(
        overlap.ids.flatMap((id) => marks.get(id) ?? []),
        order,
      ),
    [overlap.ids, marks, order],
  );
  const { scroller, rows, height, measure, activeAt, onKeyDown, goToRow } = useOverlapRows(shown);
  const { frame, leave } = useTransient(onClose);

  return (
    <div
      ref={frame}
      role="dialog"
      aria-labelledby={name}
      className="reader-overlap appear"
      style={placeOf(overlap)}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          leave();
        }
      }}
    >
      <div className="flex items-center justify-between gap-3 border-b border-rule px-3 py-1.5 text-xs">
        <p id={name} className="font-semibold text-soft">
          {t("severalHere", { count: shown.length })}
        </p>
        <select
          aria-label={t("sortHere")}
          className="-me-1 min-h-7 rounded-sm bg-transparent px-1 text-soft pointer-coarse:min-h-11"
          value={order}
          onChange={({ target }) => {
            setOrder(ORDERS.find((each) => each === target.value) ?? "shortest");
            goToRow(0);
          }}
        >
          {ORDERS.map((each) => (
            <option key={each} value={each}>
              {t(`sortedHere.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <div ref={scroller} className="reader-overlap-rows">
        <ul style={{ blockSize: height }} onKeyDown={onKeyDown}>
          {rows.map(({ mark, index, top }) => (
            <li
              key={mark.id}
              ref={measure}
              data-index={index}
              aria-setsize={shown.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${top}px)` }}
            >
              <OverlapRow
                mark={mark}
                isActive={index === activeAt}
                onFocus={() => store.hover(mark.id)}
                onChoose={() => {
                  onClose();
                  goTo(mark.id);
                }}
              />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface OverlapListProps {
  overlap: Overlap;
  onClose: () => void;
}

/** Never beyond the sides of what it stands in. */
function placeOf({ x, y, isAbove, room }: Overlap): CSSProperties {
  return {
    maxBlockSize: room,
    insetInlineStart: `clamp(0px, ${x}px, 100% - var(--overlap-width))`,
    ...(isAbove
      ? { insetBlockEnd: `calc(100% - ${y}px + 0.75rem)` }
      : { insetBlockStart: `calc(${y}px + 0.75rem)` }),
  };
}

/** A click elsewhere closes the list; leaving it by a key returns the focus to where it came from. */
function useTransient(onClose: () => void) {
  const { store, surface } = useReader();
  const frame = useRef<HTMLDivElement>(null);
  const [opener] = useState(() => document.activeElement);

  useEffect(() => {
    const close = ({ target }: PointerEvent) => {
      if (target instanceof Node && !frame.current?.contains(target)) onClose();
    };
    document.addEventListener("pointerdown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      store.hover(null);
    };
  }, [onClose, store]);

  function leave(): void {
    onClose();
    const article = surface?.element.closest("article");
    const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
    (isThere ? opener : article)?.focus({ preventScroll: true });
  }

  return { frame, leave };
}
