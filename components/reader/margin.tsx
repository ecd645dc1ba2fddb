"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Composer } from "./composer";
import { MarginEmpty } from "./margin-empty";
import { useReader, useReaderState } from "./reader-context";
import { ThreadCard } from "./thread-card";
import { ThreadSkeleton } from "./thread-skeleton";
import { UnfinishedList } from "./unfinished-list";
import { useIsWide } from "./use-is-wide";
import { NEW_ID, useMarginCards } from "./use-margin-cards";
import { useMarginPlaces } from "./use-margin-places";

/**
 * The margin. On wide screens every thread stands level with its passage; otherwise it is a
 * panel, or on a phone a sheet, that lists the threads in the order of the text.
 */
export function Margin() {
  const t = useTranslations("reader");
  const { store } = useReader();
  const isOpen = useReaderState((state) => state.isDiscussionOpen);
  const isWide = useIsWide();
  const list = useRef<HTMLDivElement>(null);
  const cards = useMarginCards();
  const places = useMarginPlaces(list, cards, isWide);
  useFocusedInView(list, isWide);

  return (
    <aside aria-label={t("discussion")} data-open={isOpen || undefined} className="reader-margin">
      <div className="reader-margin-head">
        <h2 className="font-semibold">{t("discussion")}</h2>
        <IconButton label={t("closeDiscussion")} onClick={() => store.openDiscussion(false)}>
          <X />
        </IconButton>
      </div>
      <UnfinishedList />
      {cards.length === 0 && <MarginEmpty />}
      <div
        ref={list}
        className="reader-margin-list"
        data-level={places ? "" : undefined}
        style={{ minBlockSize: places?.height }}
      >
        {cards.map((card) => (
          <div
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
          </div>
        ))}
      </div>
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
