"use client";

import { useFormatter, useTranslations } from "next-intl";

import { Spinner } from "@/components/ui/spinner";
import type { SaveState } from "./saving";

/** How far what was typed has got, in words. */
export function SaveStatus({ state, isUploading }: { state: SaveState; isUploading: boolean }) {
  const t = useTranslations("revisions.editor");
  const format = useFormatter();
  const isTrouble = ["offline", "refused", "conflict"].includes(state.type);

  function words(): string {
    switch (state.type) {
      case "saved": {
        if (state.at === null) return t("noChanges");
        const time = format.dateTime(new Date(state.at), { timeStyle: "short" });
        return t("savedAt", { time });
      }
      case "unsaved":
      case "saving":
        return t("saving");
      case "offline":
        return t("notSaved", { reason: t("offline") });
      case "refused":
        return t("notSaved", { reason: state.reason });
      case "conflict":
        return t("notSaved", { reason: t("conflict") });
    }
  }

  return (
    <p className={`flex items-center gap-2 text-sm ${isTrouble ? "text-accent" : "text-soft"}`}>
      {isUploading && (
        <span role="status" className="flex items-center gap-2">
          <Spinner /> {t("uploading")}
        </span>
      )}
      <span>{words()}</span>
      {/* Every pause in typing ends in a saving: only what needs an ear is said aloud. */}
      <span role="status" className="sr-only">
        {isTrouble ? words() : ""}
      </span>
    </p>
  );
}
