"use client";

import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

import { IconButton } from "@/components/ui/icon-button";
import { useReader } from "./reader-context";
import { SearchResults } from "./search-results";
import { useDiscussionSearch } from "./use-discussion-search";
import { HITS_AT_MOST, useSearch } from "./use-search";

/**
 * Finds words in the text and in the discussion. Enter goes to the next hit in the text, the arrow
 * keys through everything that was found, Escape back to where one was.
 */
export function SearchBar({ onClose }: { onClose: () => void }) {
  const t = useTranslations("reader.search");
  const [query, setQuery] = useState("");
  const [isOpen, setOpen] = useState(true);
  const text = useSearch(query);
  const discussion = useDiscussionSearch(query);
  const bar = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const close = useReturn(field, onClose);
  const count = text.hits?.length ?? 0;

  function step(by: 1 | -1): void {
    text.step(by);
    setOpen(false);
  }

  /** Through the field and all that was found, as through one list. */
  function move(by: 1 | -1): void {
    flushSync(() => setOpen(true));
    const stops = [...(bar.current?.querySelectorAll<HTMLElement>("[data-stop]") ?? [])];
    const at = stops.findIndex((stop) => stop.matches(":focus"));
    stops[Math.max(0, Math.min(at + by, stops.length - 1))]?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && event.target === field.current) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search ref={bar} aria-label={t("label")} className="reader-search" onKeyDown={onKeyDown}>
      <input
        ref={field}
        type="search"
        data-stop=""
        aria-label={t("label")}
        placeholder={t("label")}
        value={query}
        maxLength={200}
        enterKeyHint="search"
        onChange={(event) => {
          setQuery(event.target.value);
          setOpen(true);
        }}
        className="min-h-9 min-w-0 flex-1 bg-transparent px-3 text-sm outline-none pointer-coarse:text-base"
      />
      <span role="status" className="px-2 text-xs whitespace-nowrap text-soft tabular-nums">
        {text.hits &&
          t("hits", { count, at: text.at + 1, isAll: count < HITS_AT_MOST ? "yes" : "no" })}
      </span>
      <IconButton label={t("previous")} onClick={() => step(-1)}>
        <ChevronUp />
      </IconButton>
      <IconButton label={t("next")} onClick={() => step(1)}>
        <ChevronDown />
      </IconButton>
      <IconButton label={t("close")} onClick={close}>
        <X />
      </IconButton>
      {isOpen && query.trim() !== "" && (
        <SearchResults
          text={text}
          discussion={discussion}
          onGone={({ isByKey }) => {
            setOpen(false);
            // The list goes: whoever chose by key goes on from the field.
            if (isByKey) field.current?.focus();
          }}
        />
      )}
    </search>
  );
}

/** Where the bar is open already, whoever searches goes on in it. */
export function goOnSearching(): void {
  document.querySelector<HTMLInputElement>(".reader-search input")?.select();
}

/** The field takes the focus while it is there, and gives it back to where it was. */
function useReturn(field: React.RefObject<HTMLInputElement | null>, onClose: () => void) {
  const { surface } = useReader();
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (document.activeElement !== field.current) before.current = document.activeElement;
    field.current?.focus();
  }, [field]);
  return () => {
    onClose();
    const from = before.current;
    const article = surface?.element.closest<HTMLElement>("article");
    const back = from instanceof HTMLElement && from !== document.body && from.isConnected;
    (back ? from : article)?.focus({ preventScroll: true });
  };
}
