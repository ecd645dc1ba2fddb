"use client";

import { ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

import { Button } from "@/components/ui/button";
import { compareMarks } from "./mark-list";
import { useReader, useReaderState } from "./reader-context";
import { useSteps } from "./use-steps";

/** Counts what others wrote above the view, where showing it would move what one reads. */
export function NewAbove() {
  const t = useTranslations("reader");
  const { store } = useReader();
  const { goTo } = useSteps();
  const heldIds = useReaderState((state) => state.heldIds);
  const shown = useReaderState((state) => state.shown);
  const held = new Set([...heldIds].filter((id) => shown.has(id)));
  useReleaseInView();
  if (held.size === 0) return null;

  function show(): void {
    const { marks } = store.getState();
    const nearest = [...held]
      .flatMap((id) => marks.get(id) ?? [])
      .sort(compareMarks)
      .at(-1);
    store.release([...heldIds]);
    if (nearest) goTo(nearest.id);
  }

  return (
    <div className="reader-new-above">
      <Button variant="primary" size="sm" onClick={show}>
        <ArrowUp className="size-3.5" aria-hidden="true" />
        {t("newAbove", { count: held.size })}
      </Button>
    </div>
  );
}

/** Whoever scrolls up to it meets it in its place. */
function useReleaseInView(): void {
  const { store, surface } = useReader();
  useEffect(() => {
    if (!surface) return;
    const release = () => {
      const { heldIds, marks } = store.getState();
      const seen = [...heldIds].filter((id) => {
        const mark = marks.get(id);
        return !mark || !surface.isAbove(mark.start);
      });
      if (seen.length > 0) store.release(seen);
    };
    window.addEventListener("scroll", release, { passive: true });
    return () => window.removeEventListener("scroll", release);
  }, [store, surface]);
}
