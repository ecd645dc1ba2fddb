"use client";

import { ArrowDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, useEffect, useId } from "react";

import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { headingAt } from "./nest-headings";
import { beginningAt } from "./place-hint";
import { useReader } from "./reader-context";
import { usePlace } from "./use-place";

/** Offers the way to where one was when one last read. It goes there only when asked. */
export function ContinueNotice() {
  const t = useTranslations("reader.place");
  const { surface, headings, store } = useReader();
  const hintId = useId();
  const { offer, settle } = usePlace();
  const isOffered = surface !== null && offer !== null;

  useEffect(() => {
    if (isOffered) store.say(t("offered"));
  }, [isOffered, store, t]);

  if (!isOffered) return null;

  const section = headings[headingAt(headings, offer)]?.words;
  const hint = section
    ? t("section", { section })
    : t("words", { words: beginningAt(surface.text, offer) });

  function close(event: MouseEvent): void {
    settle();
    // By keys: the button that had the focus goes.
    if (event.detail === 0) {
      document.querySelector<HTMLElement>(".reader-article")?.focus({ preventScroll: true });
    }
  }

  function go(event: MouseEvent): void {
    if (offer !== null) surface?.scrollTo(offer);
    close(event);
  }

  return (
    <section aria-label={t("label")} className="reader-continue" data-screen-only>
      <Button variant="quiet" size="sm" aria-describedby={hintId} onClick={go}>
        <ArrowDown className="size-3.5" aria-hidden="true" />
        {t("continue")}
      </Button>
      <p id={hintId} className="reader-continue-hint">
        {hint}
      </p>
      <IconButton label={t("dismiss")} onClick={close}>
        <X />
      </IconButton>
    </section>
  );
}
