// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by hand are no table to browsers
// biome-ignore-all lint/a11y/useFocusableInteractive: the cells take the focus, or what is in them
"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";

import { NameCell, ScoreCell, SortCell } from "./gradebook-cells";
import { type GridPlace, moveBy } from "./grid-keys";
import type { useGradebook } from "./use-gradebook";

const ROW_PX = 44;
const HEAD_PX = 72;
const COLUMN_PX = 104;
/** Rows that a page key moves by. */
const PAGE_ROWS = 10;

/**
 * The scores of a course: of hundreds of students in dozens of assignments only those in sight are
 * drawn. One stop for Tab; the arrow keys go from cell to cell.
 */
export function GradebookGrid({ courseId, book }: GradebookGridProps) {
  const t = useTranslations("gradebook");
  const { rows, loaded, assignments, sorting, sort, need } = book;
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<GridPlace>({ row: 1, column: 0 });
  const isMoving = useRef(false);
  const namePx = useNameWidth();
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollPaddingStart: HEAD_PX,
    paddingStart: HEAD_PX,
    initialRect: { width: 900, height: 600 },
  });
  const across = useVirtualizer({
    count: assignments.length,
    horizontal: true,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN_PX,
    overscan: 3,
    scrollPaddingStart: namePx,
    paddingStart: namePx,
    initialRect: { width: 900, height: 600 },
  });
  const columns = across.getVirtualItems();
  const ids = columns.flatMap(({ index }) => assignments[index]?.id ?? []);
  const inSight = ids.join();

  useEffect(() => {
    void need(inSight.split(",").filter(Boolean));
  }, [inSight, need]);

  // The width of the first column is known only in the browser.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew because it changed
  useEffect(() => across.measure(), [namePx, across]);

  // A cell that was out of sight can be focused once it is drawn.
  useLayoutEffect(() => {
    if (!isMoving.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[data-cell="${place.row}-${place.column}"]`,
    );
    if (!cell) return;
    cell.focus({ preventScroll: true });
    isMoving.current = false;
  });

  function onKeyDown(event: KeyboardEvent): void {
    const size = { rows: rows.length + 1, columns: assignments.length + 1, page: PAGE_ROWS };
    const next = moveBy(event, place, size);
    if (!next) return;
    event.preventDefault();
    isMoving.current = true;
    if (next.row > 0) down.scrollToIndex(next.row - 1);
    if (next.column > 0) across.scrollToIndex(next.column - 1);
    setPlace(next);
  }

  /** What makes a cell the one stop for Tab. */
  const stop = (row: number, column: number) => ({
    "data-cell": `${row}-${column}`,
    tabIndex: place.row === row && place.column === column ? 0 : -1,
    onFocus: () => setPlace({ row, column }),
  });
  const width = across.getTotalSize();

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={t("grid")}
      aria-rowcount={rows.length + 1}
      aria-colcount={assignments.length + 1}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="relative max-h-[calc(100dvh-14rem)] overflow-auto border-y border-rule text-sm"
    >
      <div style={{ height: down.getTotalSize(), width }} className="relative" role="presentation">
        <div
          role="row"
          aria-rowindex={1}
          style={{ height: HEAD_PX, width }}
          className="sticky top-0 z-20 bg-paper"
        >
          <SortCell
            name={t("student")}
            order={sorting.by === "name" ? (sorting.isDown ? "down" : "up") : undefined}
            onSort={() => sort("name")}
            stop={stop(0, 0)}
            style={{ width: namePx, height: HEAD_PX }}
            className="sticky start-0 z-10 inline-block border-e"
            index={1}
          />
          {columns.map(({ index, start, size }) => {
            const assignment = assignments[index];
            if (!assignment) return null;
            const { id, title, maximum } = assignment;
            return (
              <SortCell
                key={id}
                name={title}
                note={t("outOf", { maximum })}
                order={sorting.by === id ? (sorting.isDown ? "down" : "up") : undefined}
                onSort={() => sort(id)}
                stop={stop(0, index + 1)}
                style={{ insetInlineStart: start, width: size, height: HEAD_PX }}
                className="absolute top-0"
                index={index + 2}
              />
            );
          })}
        </div>
        {down.getVirtualItems().map((line) => {
          const row = rows[line.index];
          if (!row) return null;
          const { student, at } = row;
          return (
            <div
              key={student.userId}
              role="row"
              aria-rowindex={line.index + 2}
              className="absolute start-0 top-0 hover:bg-touched"
              style={{ height: ROW_PX, width, transform: `translateY(${line.start}px)` }}
            >
              <NameCell
                name={student.name}
                stop={stop(line.index + 1, 0)}
                style={{ width: namePx, height: ROW_PX }}
              />
              {columns.map(({ index, start, size }) => {
                const assignment = assignments[index];
                if (!assignment) return null;
                return (
                  <ScoreCell
                    key={assignment.id}
                    href={`/courses/${courseId}/gradebook/${assignment.id}/${student.userId}`}
                    cell={loaded.get(assignment.id)?.[at]}
                    student={student.name}
                    assignment={assignment}
                    stop={stop(line.index + 1, index + 1)}
                    style={{ insetInlineStart: start, width: size, height: ROW_PX }}
                    index={index + 2}
                  />
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Narrow where the screen is. */
function useNameWidth(): number {
  const [width, setWidth] = useState(200);
  useEffect(() => {
    const query = window.matchMedia("(min-width: 40rem)");
    const follow = () => setWidth(query.matches ? 200 : 132);
    follow();
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  return width;
}

interface GradebookGridProps {
  courseId: string;
  book: ReturnType<typeof useGradebook>;
}
