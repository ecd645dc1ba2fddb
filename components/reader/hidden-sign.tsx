"use client";

import { EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { useHidden } from "./use-filter";

/** Says that the text has marks which are not shown, for as long as they are not. */
export function HiddenSign() {
  const t = useTranslations("reader.filter");
  const { areHidden, hide } = useHidden();
  if (!areHidden) return null;
  return (
    <p className="reader-hidden-sign" data-screen-only>
      <EyeOff className="size-4 shrink-0" aria-hidden="true" />
      <span>{t("hidden")}</span>
      <Button size="sm" variant="quiet" aria-label={t("unhide")} onClick={() => hide(false)}>
        {t("unhideShort")}
      </Button>
    </p>
  );
}
