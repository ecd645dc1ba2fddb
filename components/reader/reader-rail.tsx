"use client";

import { useTranslations } from "next-intl";

import { DensityStrip } from "./density-strip";
import { Outline } from "./outline";
import { OutlineButton } from "./outline-button";
import { useReader } from "./reader-context";
import { useCurrentHeading } from "./use-current-heading";

/** Beside the text where there is room: its headings, and where the notes are. */
export function ReaderRail() {
  const t = useTranslations("reader");
  const { headings } = useReader();
  const current = useCurrentHeading();
  return (
    <div className="reader-rail" data-screen-only>
      <div className="rail-box">
        {headings.length > 0 && (
          <div className="rail-outline">
            <p aria-hidden="true" className="rail-title">
              {t("outline")}
            </p>
            <Outline current={current} />
          </div>
        )}
        <div className="rail-strip noscript:hidden">
          <OutlineButton className="rail-button" />
          <DensityStrip />
        </div>
      </div>
    </div>
  );
}
