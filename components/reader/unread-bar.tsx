"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";

import { usePreference } from "@/components/preferences/preferences-provider";
import { Button } from "@/components/ui/button";
import { useReaderState } from "./reader-context";
import { useUnread } from "./use-unread";

/** How much is unread, the way to the next of it, and having seen all of it at once. */
export function UnreadBar() {
  const t = useTranslations("reader.unread");
  const count = useReaderState(({ freshIds }) => freshIds.size);
  const { earlierCount, goToNext, markAll, takeEarlier } = useUnread();
  useNextKey(goToNext);
  const isAny = count > 0 || earlierCount > 0;
  return (
    // Its room stays when it has nothing to say: the cards below stand level with their passages.
    <div className="-ms-3 flex min-h-10 items-center gap-1 pointer-coarse:min-h-12">
      {count > 0 && (
        <Button variant="quiet" size="sm" aria-keyshortcuts="U" onClick={goToNext}>
          {t("next", { count })}
        </Button>
      )}
      {count === 0 && isAny && (
        <Button variant="quiet" size="sm" onClick={takeEarlier}>
          {t("earlier", { count: earlierCount })}
        </Button>
      )}
      {isAny && (
        <Button variant="quiet" size="sm" onClick={() => void markAll()}>
          {t("markAll")}
        </Button>
      )}
    </div>
  );
}

/** U, wherever one is on the page but in a field or a window. */
function useNextKey(goToNext: () => void): void {
  const areOn = usePreference(({ shortcuts }) => shortcuts);
  useEffect(() => {
    if (!areOn) return;
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.isComposing || event.key.toLowerCase() !== "u") return;
      const elsewhere =
        'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]';
      if (event.target instanceof Element && event.target.closest(elsewhere)) return;
      event.preventDefault();
      goToNext();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [areOn, goToNext]);
}
