"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Composer } from "./composer";
import { DetachedList } from "./detached-list";
import { isPast } from "./is-past";
import { MarginEmpty } from "./margin-empty";
import { useReader, useReaderState } from "./reader-context";
import { ThreadCard } from "./thread-card";
import { ThreadSkeleton } from "./thread-skeleton";
import { UnfinishedList } from "./unfinished-list";
import { UnreadBar } from "./unread-bar";
import { useIsWide } from "./use-is-wide";
import { NEW_ID, useMarginCards } from "./use-margin-cards";
import { useMarginPlaces } from "./use-margin-places";
import { useSheetDrag } from "./use-sheet-drag";
import { useSteps } from "./use-steps";
import { WholeNotes } from "./whole-notes";

/**
 * The margin. On wide screens every thread stands level with its passage; otherwise it is a
 * panel, or on a phone a sheet, that lists the threads in the order of the text.
 */
export function Margin() {
  const t = useTranslations("reader");
  const { assignment } = useReader();
  const { leave } = useSteps();
  const isOpen = useReaderState((state) => state.isDiscussionOpen);
  const isWide = useIsWide();
  const list = useRef<HTMLUListElement>(null);
  const sheet = useRef<HTMLElement>(null);
  const dragging = useSheetDrag(sheet, leave);
  const isUnmarked = useReaderState((state) => state.marks.size === 0);
  const cards = useMarginCards();
  const places = useMarginPlaces(list, cards, isWide);
  useFocusedInView(list, isWide);
  useNewInView(list, isWide ? (places?.tops.has(NEW_ID) ?? false) : hasNew(cards));

  return (
    <aside
      ref={sheet}
      aria-label={t("discussion")}
      data-open={isOpen || undefined}
      className="reader-margin"
    >
      <div className="reader-margin-head" {...dragging}>
        <h2 className="font-semibold">{t("discussion")}</h2>
        <IconButton label={t("closeDiscussion")} onClick={leave}>
          <X />
        </IconButton>
      </div>
      <UnreadBar />
      {!isPast(assignment.revision) && <UnfinishedList />}
      <DetachedList />
      <WholeNotes />
      {isUnmarked && cards.length === 0 && <MarginEmpty />}
      <ul
        ref={list}
        aria-label={t("threadsInOrder")}
        className="reader-margin-list"
        data-level={places ? "" : undefined}
        style={{ minBlockSize: places?.height }}
      >
        {cards.map((card) => (
          <li
            key={card.id}
            data-card={card.id}
            className={classNames(
              "reader-card",
              places && !places.tops.has(card.id) && "invisible",
            )}
            style={
              places
                ? { transform: `translateY(${Math.round(places.tops.get(card.id) ?? 0)}px)` }
                : undefined
            }
          >
            <CardOf card={card} />
          </li>
        ))}
      </ul>
    </aside>
  );
}

function CardOf({ card }: { card: ReturnType<typeof useMarginCards>[number] }) {
  const thread = useReaderState(({ threads }) => threads.get(card.id));
  const place = useReaderState((state) => state.place);
  if (card.id === NEW_ID)
    return place ? <Composer key={`${card.start}-${place.type}`} place={place} /> : null;
  return thread ? <ThreadCard thread={thread} /> : <ThreadSkeleton />;
}

function hasNew(cards: ReturnType<typeof useMarginCards>): boolean {
  return cards.some(({ id }) => id === NEW_ID);
}

/** A new comment's composer is brought into view as soon as it stands in its place. */
function useNewInView(list: React.RefObject<HTMLElement | null>, isPlaced: boolean): void {
  useEffect(() => {
    if (!isPlaced) return;
    list.current?.querySelector(`[data-card="${NEW_ID}"]`)?.scrollIntoView({ block: "nearest" });
  }, [list, isPlaced]);
}

/** In a list the focused thread has to be brought into view; in the margin its passage is. */
function useFocusedInView(list: React.RefObject<HTMLElement | null>, isWide: boolean): void {
  const focusedId = useReaderState((state) => state.focusedId);
  const isOpen = useReaderState((state) => state.isDiscussionOpen);
  useEffect(() => {
    if (isWide || !focusedId || !isOpen) return;
    list.current
      ?.querySelector(`[data-card="${CSS.escape(focusedId)}"]`)
      ?.scrollIntoView({ block: "nearest" });
  }, [list, focusedId, isWide, isOpen]);
}
