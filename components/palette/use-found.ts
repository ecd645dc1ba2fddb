import { useEffect, useState } from "react";

import type { PaletteView } from "@/lib/search/palette";

/** Somebody who types on does not mean what stands there for a moment. */
const PAUSE_MS = 150;

export type Found =
  | { state: "searching" | "failed"; view: PaletteView | null }
  | { state: "found"; view: PaletteView };

/** What the server finds for what is typed: the newest question counts, earlier ones are given up. */
export function useFound(q: string, isOpen: boolean): Found {
  const [found, setFound] = useState<Found>({ state: "searching", view: null });

  useEffect(() => {
    if (!isOpen) return;
    const controller = new AbortController();
    const { signal } = controller;
    setFound(({ view }) => ({ state: "searching", view }));
    const timer = setTimeout(
      () => {
        ask(q, signal)
          .then((view) => setFound({ state: "found", view }))
          .catch(() => {
            if (!signal.aborted) setFound(({ view }) => ({ state: "failed", view }));
          });
      },
      q === "" ? 0 : PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [q, isOpen]);

  return found;
}

async function ask(q: string, signal: AbortSignal): Promise<PaletteView> {
  const response = await fetch(`/api/v1/palette?${new URLSearchParams({ q })}`, { signal });
  if (!response.ok) throw new Error(`palette: ${response.status}`);
  return (await response.json()) as PaletteView;
}
