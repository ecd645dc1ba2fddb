"use client";

import { useTranslations } from "next-intl";

import { useReader } from "./reader-context";

/** The margin of a text that nobody has marked yet: what to do. */
export function MarginEmpty() {
  const t = useTranslations("reader");
  const { assignment } = useReader();
  return (
    <div className="px-1 py-4 text-sm text-soft">
      <p className="font-serif text-base text-ink">{t("emptyTitle")}</p>
      <p className="mt-1">{assignment.can.annotate ? t("emptyHint") : t("emptyClosed")}</p>
    </div>
  );
}
