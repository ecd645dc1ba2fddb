"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";

import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { Problems } from "./problems";
import { ReadingHead } from "./reading-head";
import { ReadingText } from "./reading-text";
import { type PreviewAction, usePreview } from "./use-preview";

export type { PreviewAction } from "./use-preview";

/** How the text of the form around it will look to readers, a moment after each change. */
export function LivePreview({ preview }: { preview: PreviewAction }) {
  const t = useTranslations("library");
  const place = useRef<HTMLElement>(null);
  const { shown, isWaiting, hasFailed, isLong, show } = usePreview(place, preview);
  return (
    <section ref={place} aria-labelledby="preview" className="min-w-0 noscript:hidden">
      <h2
        id="preview"
        className="flex items-center gap-2 border-b border-rule pb-2 text-sm font-semibold"
      >
        {t("preview")}
        {isWaiting && <Spinner />}
      </h2>
      {hasFailed && <p className="mt-4 text-sm text-accent">{t("previewFailed")}</p>}
      {isLong && (
        <div className="mt-4 flex flex-wrap items-center gap-4 text-sm text-soft">
          <p className="flex-1 basis-48">{t("previewLong")}</p>
          <Button size="sm" onClick={show}>
            {t("previewShow")}
          </Button>
        </div>
      )}
      {shown ? (
        <div className="mt-6 space-y-6">
          <Problems problems={shown.problems} />
          <ReadingHead {...shown.about} />
          <ReadingText html={shown.html} language={shown.about.language} />
        </div>
      ) : (
        !isLong && <p className="mt-4 text-sm text-soft">{t("previewEmpty")}</p>
      )}
    </section>
  );
}
