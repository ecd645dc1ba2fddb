import { useEffect } from "react";

import { usePreference } from "@/components/preferences/preferences-provider";

/** An inbox by single keys. They rest while somebody types, or a window is open. */
export function useInboxKeys(keys: Record<string, () => void>): void {
  const areOn = usePreference(({ shortcuts }) => shortcuts);
  useEffect(() => {
    if (!areOn) return;
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.isComposing || isElsewhere(event.target)) return;
      const act = keys[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [areOn, keys]);
}

function isElsewhere(target: EventTarget | null): boolean {
  const elsewhere = 'input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]';
  return target instanceof Element && target.closest(elsewhere) !== null;
}
