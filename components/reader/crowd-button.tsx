"use client";

import { ChevronsDownUp, ChevronsUpDown, List } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useCallback, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import type { CrowdEntry } from "./margin-entries";
import { type Overlap, placeOf } from "./overlap";
import { OverlapList } from "./overlap-list";
import { useReaderState } from "./reader-context";

/** Up to here a crowd opens in its place; beyond, as a list to choose from. */
const OPENS_UP_TO = 20;

/** Stands for the threads that the margin has no room for, and opens them. */
export const CrowdButton = memo(function CrowdButton({ crowd, onToggle }: CrowdButtonProps) {
  const t = useTranslations("reader");
  const { band, threadIds, isOpen } = crowd;
  const frame = useRef<HTMLDivElement>(null);
  const [overlap, setOverlap] = useState<Overlap | null>(null);
  const count = threadIds.length;
  const fresh = useReaderState(({ freshIds }) =>
    threadIds.reduce((sum, id) => sum + (freshIds.has(id) ? 1 : 0), 0),
  );
  const close = useCallback(() => setOverlap(null), []);
  const isMany = count > OPENS_UP_TO && !isOpen;
  const Icon = isMany ? List : isOpen ? ChevronsDownUp : ChevronsUpDown;

  function open(): void {
    const box = frame.current?.getBoundingClientRect();
    if (isMany && box) setOverlap({ ids: threadIds, ...placeOf(box, box) });
    else onToggle(band);
  }

  return (
    <div ref={frame} className="relative">
      <Button
        size="sm"
        variant="quiet"
        className="reader-crowd"
        aria-haspopup={isMany ? "dialog" : undefined}
        onClick={open}
      >
        <Icon className="size-3.5" aria-hidden="true" />
        {isOpen ? t("foldHere", { count }) : t("moreHere", { count })}
        {fresh > 0 && (
          <span className="inline-flex items-center gap-1.5 text-accent">
            <span
              className="size-2 rounded-full bg-accent forced-colors:bg-[Highlight]"
              aria-hidden="true"
            />
            {t("newHere", { count: fresh })}
          </span>
        )}
      </Button>
      {overlap && <OverlapList overlap={overlap} onClose={close} />}
    </div>
  );
});

interface CrowdButtonProps {
  crowd: CrowdEntry;
  onToggle: (band: number) => void;
}
