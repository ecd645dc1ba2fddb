"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { AppearancePopover } from "@/components/preferences/appearance-popover";
import { IconButton } from "@/components/ui/icon-button";
import { OutlineButton } from "./outline-button";
import { PresenceButton } from "./presence-button";
import { PrintButton } from "./print-button";
import { SpeechButton } from "./speech-button";

/** So far somebody scrolls back on purpose, and not by an unsteady hand. */
const ON_PURPOSE_PX = 8;

/** What makes reading comfortable: above the text, and at hand again whenever one scrolls back. */
export function ReaderTools({ onSearch }: { onSearch: () => void }) {
  const t = useTranslations("reader.search");
  const tools = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let last = window.scrollY;
    function onScroll(): void {
      const moved = window.scrollY - last;
      if (Math.abs(moved) < ON_PURPOSE_PX) return;
      last = window.scrollY;
      // Set by hand: scrolling must not make React draw anything.
      tools.current?.toggleAttribute("data-at-hand", moved < 0);
    }
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => window.removeEventListener("scroll", onScroll);
  }, []);

  return (
    <div ref={tools} className="reader-tools" data-screen-only>
      <PresenceButton />
      <OutlineButton className="tools-outline noscript:hidden" />
      <IconButton label={t("open")} shortcut="/" className="noscript:hidden" onClick={onSearch}>
        <Search />
      </IconButton>
      <SpeechButton />
      <PrintButton />
      <AppearancePopover />
    </div>
  );
}
