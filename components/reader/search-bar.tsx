"use client";

import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { IconButton } from "@/components/ui/icon-button";
import { useReader } from "./reader-context";
import { useSearch } from "./use-search";

/** Finds words in the text. Enter goes to the next hit, Escape back to reading. */
export function SearchBar({ onClose }: { onClose: () => void }) {
  const t = useTranslations("reader.search");
  const { surface } = useReader();
  const field = useRef<HTMLInputElement>(null);
  const { query, setQuery, hits, at, step } = useSearch();
  useEffect(() => field.current?.focus(), []);

  function close(): void {
    onClose();
    surface?.element.closest("article")?.focus({ preventScroll: true });
  }

  return (
    <search className="reader-search">
      <input
        ref={field}
        type="search"
        aria-label={t("label")}
        placeholder={t("label")}
        value={query}
        maxLength={200}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
          else if (event.key === "Escape") close();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        className="min-h-9 min-w-0 flex-1 bg-transparent px-3 text-sm outline-none"
      />
      <span role="status" className="px-2 text-xs text-soft tabular-nums">
        {query.trim() !== "" && t("hits", { count: hits.length, at: at + 1 })}
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
    </search>
  );
}
