"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";

import { Button } from "@/components/ui/button";
import { useReader, useReaderState } from "./reader-context";
import { keepPlace, recallPlace } from "./text-place";

/** Says quietly that the text was revised, and shows the new one when the reader asks for it. */
export function RevisedNotice() {
  const t = useTranslations("reader.revised");
  const { assignment, surface } = useReader();
  const isRevised = useReaderState((state) => state.isRevised);

  // The page before may have been left for the new text.
  useEffect(() => {
    if (!surface) return;
    const offset = recallPlace(assignment.id, surface.text);
    if (offset !== null) surface.scrollTo(offset);
  }, [assignment.id, surface]);

  if (!isRevised) return null;

  function show(): void {
    if (surface) keepPlace(assignment.id, surface);
    // Everything that was begun or is on its way is kept in this browser, and finds its place again.
    window.location.reload();
  }

  return (
    <div role="status" className="reader-revised">
      <p className="min-w-0 flex-1 basis-56">{t("notice")}</p>
      <Button size="sm" onClick={show}>
        {t("show")}
      </Button>
    </div>
  );
}
