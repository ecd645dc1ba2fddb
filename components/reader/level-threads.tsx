"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";

import { CrowdButton } from "./crowd-button";
import { createLevelStage } from "./level-stage";
import { NEW_ID } from "./margin-entries";
import { useReaderState } from "./reader-context";
import type { TextSurface } from "./text-surface";
import { ThreadSlot } from "./thread-slot";
import { useLevelEntries } from "./use-level-entries";
import { useMissingThreads } from "./use-missing-threads";

/** Threads beside the text, each level with its passage; where too many lie on one place, a count. */
export function LevelThreads({ surface }: { surface: TextSurface }) {
  const t = useTranslations("reader");
  const list = useRef<HTMLUListElement>(null);
  const focusedId = useReaderState((state) => state.focusedId);
  const { entries, size, toggle } = useLevelEntries();
  const stage = useMemo(() => createLevelStage({ surface, onPlaced: bringInView }), [surface]);
  const threadIds = useMemo(
    () => entries.flatMap(({ type, id }) => (type === "thread" ? [id] : [])),
    [entries],
  );
  useMissingThreads(threadIds);

  useEffect(() => (list.current ? stage.start(list.current) : undefined), [stage]);
  useEffect(() => {
    const isWriting = entries.some(({ id }) => id === NEW_ID);
    stage.show(entries, isWriting ? NEW_ID : focusedId);
  }, [stage, entries, focusedId]);

  return (
    <ul ref={list} aria-label={t("threadsInOrder")} className="reader-margin-list" data-level="">
      {entries.map((entry) => (
        <li
          key={entry.id}
          ref={stage.hold}
          data-card={entry.id}
          className="reader-card"
          {...(entry.type === "thread" && {
            "aria-setsize": size,
            "aria-posinset": entry.position,
          })}
        >
          {entry.type === "crowd" ? (
            <CrowdButton crowd={entry} onToggle={toggle} />
          ) : (
            <ThreadSlot id={entry.id} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** A new comment's composer is brought into view as soon as it stands in its place. */
function bringInView(id: string, card: HTMLElement): void {
  if (id === NEW_ID) card.scrollIntoView({ block: "nearest" });
}
