"use client";

import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";

/** Says that another tab or person saved first, and what became of the words in this one. */
export function ConflictNotice({ onLoadTheirs }: { onLoadTheirs: () => Promise<void> }) {
  const t = useTranslations("revisions.editor");
  return (
    <div
      role="alert"
      className="my-4 flex flex-wrap items-center gap-3 rounded-md border border-accent bg-wash p-4 text-sm"
    >
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-semibold">{t("conflict")}</p>
        <p className="mt-1">{t("conflictText")}</p>
      </div>
      <Button onClick={() => void onLoadTheirs()}>{t("loadTheirs")}</Button>
    </div>
  );
}
