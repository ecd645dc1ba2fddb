"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useMemo } from "react";

import { NEW_ID } from "./margin-entries";
import { useReaderState } from "./reader-context";
import type { TextSurface } from "./text-surface";
import { ThreadSlot } from "./thread-slot";
import { useListedEntries } from "./use-listed-entries";
import { useMissingThreads } from "./use-missing-threads";
import { useThreadRows } from "./use-thread-rows";

const LIST_NAMES = {
  position: "threadsInOrder",
  activity: "threadsByActivity",
  votes: "threadsByVotes",
} as const;

/** Threads one below the other in a panel or a sheet; only those in its view have a card. */
export function ListedThreads({ surface, scroller }: ListedThreadsProps) {
  const t = useTranslations("reader");
  const entries = useListedEntries();
  const sort = useReaderState(({ filter }) => filter.sort);
  const { list, rows, height, measure } = useThreadRows({ entries, surface, scroller });
  const shown = rows.flatMap(({ id }) => (id === NEW_ID ? [] : [id])).join(" ");
  // The rows are others with every pixel that is scrolled; what they show is not.
  const threadIds = useMemo(() => (shown === "" ? [] : shown.split(" ")), [shown]);
  useMissingThreads(threadIds);

  return (
    <ul
      ref={list}
      aria-label={t(LIST_NAMES[sort])}
      className="reader-margin-list"
      data-listed=""
      style={{ blockSize: height }}
    >
      {rows.map(({ id, index, top }) => (
        <li
          key={id}
          ref={measure}
          data-index={index}
          data-card={id}
          className="reader-card"
          style={{ transform: `translateY(${top}px)` }}
          aria-setsize={entries.length}
          aria-posinset={index + 1}
        >
          <ThreadSlot id={id} />
        </li>
      ))}
    </ul>
  );
}

interface ListedThreadsProps {
  surface: TextSurface;
  /** What scrolls. */
  scroller: RefObject<HTMLElement | null>;
}
