"use client";

import { useTranslations } from "next-intl";

import { Kbd } from "@/components/ui/kbd";
import type { PickerLevel } from "./use-picker";

const KEYS = {
  block: [
    ["↑ ↓", "paragraphs"],
    ["Enter", "begin"],
    ["Esc", "back"],
  ],
  passage: [
    ["← →", "words"],
    ["↑ ↓", "sentences"],
    ["Shift", "extend"],
    ["H C Q N", "annotate"],
    ["Esc", "back"],
  ],
} as const;

/** How to select by keys: told once to screen readers, shown while somebody is at it. */
export function PickerHint({ id, level }: { id: string; level: PickerLevel }) {
  const t = useTranslations("reader.picker");
  return (
    <>
      <p id={id} hidden>
        {t("describe")}
      </p>
      {level !== "none" && (
        <p className="picker-hint" aria-hidden="true">
          {KEYS[level].map(([key, name]) => (
            <span key={name} className="inline-flex items-center gap-1.5 whitespace-nowrap">
              <Kbd>{key}</Kbd>
              {t(name)}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
