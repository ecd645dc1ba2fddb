// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by hand are no table to browsers
// biome-ignore-all lint/a11y/useFocusableInteractive: the cells take the focus, or what is in them

import { ArrowDown, ArrowUp } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";

import { classNames } from "@/components/ui/class-names";
import type { Cell, GradebookAssignment } from "@/lib/participation/gradebook";
import { has } from "./cell-flags";

/** The head of a column; pressing it sorts by it. */
export function SortCell({ name, note, order, onSort, stop, style, className, index }: SortProps) {
  const t = useTranslations("gradebook");
  const Arrow = order === "up" ? ArrowUp : ArrowDown;
  return (
    <div
      role="columnheader"
      aria-colindex={index}
      aria-sort={order === undefined ? "none" : order === "up" ? "ascending" : "descending"}
      style={style}
      className={classNames("border-b border-rule bg-paper align-top", className)}
    >
      <button
        type="button"
        {...stop}
        onClick={onSort}
        aria-label={order ? t("sorted", { name, order }) : t("sortBy", { name })}
        className="flex size-full flex-col items-start justify-end px-2 pb-1.5 text-start text-xs -outline-offset-2 hover:bg-touched"
      >
        <span className="line-clamp-2 max-w-full font-medium wrap-anywhere">{name}</span>
        <span className="flex items-center gap-1 text-faint">
          {note}
          {order && <Arrow aria-hidden="true" className="size-3 text-ink" />}
        </span>
      </button>
    </div>
  );
}

export function NameCell({ name, stop, style }: Placed & { name: string }) {
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      {...stop}
      title={name}
      style={style}
      className="sticky start-0 z-10 inline-flex items-center border-e border-b border-rule bg-paper px-2 -outline-offset-2"
    >
      <span className="truncate">{name}</span>
    </div>
  );
}

/** One score; it leads to all that it comes from. */
export function ScoreCell({ href, cell, student, assignment, stop, style, index }: ScoreProps) {
  const t = useTranslations("gradebook");
  const [points, flags] = cell ?? [null, 0];
  const is = has(flags);
  const shown = points === null ? "–" : points;
  const label = t("cellName", {
    name: student,
    title: assignment.title,
    points: cell ? (points === null ? t("none") : `${points}`) : t("loading"),
    isComplete: String(is.complete),
    isOverridden: String(is.overridden),
    isReleased: String(is.released),
    hasMoved: String(is.moved),
    isContested: String(is.contested),
  });
  return (
    <div
      role="gridcell"
      aria-colindex={index}
      style={style}
      className="absolute top-0 border-b border-rule"
    >
      <Link
        href={href as Route}
        prefetch={false}
        aria-label={label}
        {...stop}
        className="flex size-full items-center justify-end gap-1.5 px-2 tabular-nums -outline-offset-2 hover:text-accent"
      >
        <span aria-hidden="true" className="text-xs text-accent">
          {is.contested && "?"}
          {is.moved && "▲"}
        </span>
        <span aria-hidden="true" className="text-xs text-soft">
          {is.overridden && "✎"}
          {is.released && "●"}
        </span>
        <span className={is.active || is.overridden ? undefined : "text-faint"}>
          {cell ? shown : "…"}
        </span>
      </Link>
    </div>
  );
}

interface Placed {
  stop: { "data-cell": string; tabIndex: number; onFocus: () => void };
  style: CSSProperties;
}

interface SortProps extends Placed {
  name: string;
  note?: string;
  order: "up" | "down" | undefined;
  onSort: () => void;
  className: string;
  index: number;
}

interface ScoreProps extends Placed {
  href: string;
  /** Undefined until its column has come. */
  cell: Cell | undefined;
  student: string;
  assignment: GradebookAssignment;
  index: number;
}
