"use client";

import { EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { useReader } from "./reader-context";
import { useHidden } from "./use-filter";

/** Says that the text has marks which are not shown, for as long as they are not. */
export function HiddenSign({ className }: { className?: string }) {
  const t = useTranslations("reader.filter");
  const { surface } = useReader();
  const { areHidden, hide } = useHidden();
  if (!areHidden) return null;

  function show(): void {
    hide(false);
    // The button goes with the sign; what it was for is the text.
    surface?.element.closest("article")?.focus({ preventScroll: true });
  }

  return (
    <p className={classNames("reader-hidden-sign", className)} data-screen-only>
      <EyeOff className="size-4 shrink-0" aria-hidden="true" />
      <span>{t("hidden")}</span>
      <Button size="sm" variant="quiet" aria-label={t("unhide")} onClick={show}>
        {t("unhideShort")}
      </Button>
    </p>
  );
}
