"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import { VEIL } from "@/components/ui/modal-style";
import type { PaletteEntry, PaletteGroup } from "./entries";
import { openPalette, usePalette } from "./palette-store";
import { useEntries } from "./use-entries";
import { useFound } from "./use-found";

/** Ctrl+K on every page: one field that leads anywhere, and does what a page can do. */
export function Palette() {
  const t = useTranslations("palette");
  const isOpen = usePalette((state) => state.isOpen);
  const field = useRef<HTMLInputElement>(null);
  const chosen = useRef<PaletteEntry | null>(null);
  const choose = useChoose();
  useKey();
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={openPalette}
      // A command may open a window of its own, which must not lose its focus to this one's end.
      onOpenChangeComplete={(isShown) => {
        if (isShown || !chosen.current) return;
        const entry = chosen.current;
        chosen.current = null;
        choose(entry);
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={VEIL} />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center px-2 pt-2 pb-2 sm:pt-[12vh]">
          <Dialog.Popup
            aria-label={t("name")}
            initialFocus={field}
            className="appear flex max-h-[min(36rem,calc(100dvh-1rem))] w-full max-w-xl flex-col overflow-hidden rounded-md border border-rule bg-raised text-ink shadow-float outline-none"
          >
            <PaletteList
              field={field}
              onChoose={(entry) => {
                chosen.current = entry;
                openPalette(false);
              }}
            />
            <Dialog.Close className="sr-only">{t("close")}</Dialog.Close>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteList({ field, onChoose }: PaletteListProps) {
  const t = useTranslations("palette");
  const [q, setQ] = useState("");
  const found = useFound(q.trim(), true);
  const groups = useEntries(q, found);
  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={groups}
      autoHighlight="always"
      keepHighlight
      value={q}
      onValueChange={(value, { reason }) => {
        if (reason !== "item-press") setQ(value);
      }}
      itemToStringValue={(entry: PaletteEntry) => entry.label}
    >
      <div className="flex items-center gap-3 border-b border-rule px-4">
        <Search aria-hidden="true" className="size-4.5 shrink-0 text-soft" />
        <Autocomplete.Input
          ref={field}
          aria-label={t("field")}
          placeholder={t("field")}
          maxLength={300}
          className="min-h-13 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-faint"
        />
      </div>
      <Autocomplete.Status className="empty:hidden border-b border-rule px-4 py-2 text-xs text-soft">
        {found.state === "failed" ? t("failed") : found.state === "searching" ? t("searching") : ""}
      </Autocomplete.Status>
      <Autocomplete.Empty className="empty:hidden px-4 py-6 text-sm text-soft">
        {found.state === "found" ? t("nothing") : null}
      </Autocomplete.Empty>
      <Autocomplete.List className="min-h-0 overflow-y-auto overscroll-contain py-2 empty:hidden">
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.label} items={group.items} className="pb-1.5">
            <Autocomplete.GroupLabel className="px-4 py-1.5 text-xs text-faint">
              {group.label}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(entry: PaletteEntry) => (
                <Autocomplete.Item
                  key={entry.id}
                  value={entry}
                  onClick={() => onChoose(entry)}
                  className="flex min-h-9 cursor-default items-center gap-3 px-4 py-1 text-sm outline-none select-none data-highlighted:bg-touched pointer-coarse:min-h-11"
                >
                  <span className="min-w-0 flex-1 truncate">{entry.label}</span>
                  {entry.detail !== "" && (
                    <span className="max-w-[40%] truncate text-xs text-soft">{entry.detail}</span>
                  )}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

interface PaletteListProps {
  field: React.RefObject<HTMLInputElement | null>;
  onChoose: (entry: PaletteEntry) => void;
}

function useChoose(): (entry: PaletteEntry) => void {
  const router = useRouter();
  return ({ act }) => {
    if ("run" in act) act.run();
    else if (!goWithin(act.href)) router.push(act.href as Route);
  };
}

/** To another place of the same page: the page itself hears of it, as of a link. */
function goWithin(href: string): boolean {
  const { pathname, hash } = new URL(href, window.location.href);
  if (hash === "" || pathname !== window.location.pathname) return false;
  window.location.hash = hash;
  return true;
}

/** Ctrl+K, or ⌘K, wherever one is, but in a window that wants an answer first. */
function useKey(): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const isKey = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isKey || event.key.toLowerCase() !== "k" || event.defaultPrevented) return;
      const { isOpen } = usePalette.getState();
      if (!isOpen && document.querySelector('[role="dialog"][data-open], [role="alertdialog"]'))
        return;
      event.preventDefault();
      openPalette(!isOpen);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
