"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";

import { IconButton } from "@/components/ui/icon-button";
import { DetachedList } from "./detached-list";
import { FilterBar } from "./filter-bar";
import { FilterSummary, NothingShown } from "./filter-summary";
import { isPast } from "./is-past";
import { LevelThreads } from "./level-threads";
import { ListedThreads } from "./listed-threads";
import { MarginEmpty } from "./margin-empty";
import { isOnWhole } from "./mark-list";
import { useReader, useReaderState } from "./reader-context";
import { ThreadSlot } from "./thread-slot";
import { UnfinishedList } from "./unfinished-list";
import { UnreadBar } from "./unread-bar";
import { useIsWide } from "./use-is-wide";
import { useMarginThreads } from "./use-margin-threads";
import { useSheetDrag } from "./use-sheet-drag";
import { useSteps } from "./use-steps";
import { WholeNotes } from "./whole-notes";

/**
 * The margin. On wide screens every thread stands level with its passage; otherwise it is a
 * panel, or on a phone a sheet, that lists the threads in the order of the text.
 */
export function Margin() {
  const t = useTranslations("reader");
  const { assignment, surface } = useReader();
  const { leave } = useSteps();
  const isOpen = useReaderState((state) => state.isDiscussionOpen);
  const isEmpty = useReaderState(
    ({ marks, place }) => marks.size === 0 && (place?.type !== "new" || isOnWhole(place)),
  );
  const isSorted = useReaderState(({ filter }) => filter.sort !== "position");
  const isLevel = useIsWide() && !isSorted;
  const sheet = useRef<HTMLElement>(null);
  const dragging = useSheetDrag(sheet, leave);

  return (
    <aside
      ref={sheet}
      aria-label={t("discussion")}
      data-open={isOpen || undefined}
      data-listed={isSorted ? "" : undefined}
      className="reader-margin"
    >
      <div className="reader-margin-head" {...dragging}>
        <h2 className="font-semibold">{t("discussion")}</h2>
        <FilterBar />
        <IconButton label={t("closeDiscussion")} onClick={leave}>
          <X />
        </IconButton>
        <FilterSummary />
      </div>
      <div>
        <UnreadBar />
        <NothingShown />
        {!isPast(assignment.revision) && <UnfinishedList />}
        <DetachedList />
        <WholeNotes />
        {isEmpty && <MarginEmpty />}
      </div>
      {surface === null ? (
        <ServedThreads />
      ) : isLevel ? (
        <LevelThreads surface={surface} />
      ) : (
        <ListedThreads surface={surface} scroller={sheet} />
      )}
    </aside>
  );
}

/** So many threads at most come with the page. */
const SERVED = 100;

/** The threads that came with the page, until it has come alive; without script, for good. */
function ServedThreads() {
  const t = useTranslations("reader");
  const threads = useMarginThreads();
  return (
    <ul aria-label={t("threadsInOrder")} className="reader-margin-list">
      {threads.slice(0, SERVED).map(({ id }) => (
        <li key={id} data-card={id} className="reader-card">
          <ThreadSlot id={id} />
        </li>
      ))}
    </ul>
  );
}
