"use client";

import { useFormatter, useTranslations } from "next-intl";

import type { LocalThread } from "./merge";
import { ReattachButton } from "./reattach-button";

/** What became of a thread's passage when the text was revised; nothing where it has its words. */
export function AnchorNote({ thread }: { thread: LocalThread }) {
  const t = useTranslations("reader.revised");
  const format = useFormatter();
  const { anchor, quote, reattached, can, id } = thread;
  const isLost = anchor.state === "DETACHED";

  return (
    <>
      {anchor.state === "CHANGED" && (
        <details className="mt-2 text-xs text-soft">
          <summary>{t("changed")}</summary>
          <OldWords>{quote}</OldWords>
        </details>
      )}
      {isLost && <OldWords>{quote}</OldWords>}
      {reattached && (
        <details className="mt-2 text-xs text-soft">
          <summary>
            {t("reattachedBy", {
              name: reattached.by ?? t("somebody"),
              date: format.dateTime(new Date(reattached.at), { dateStyle: "medium" }),
            })}
          </summary>
          <OldWords>{reattached.formerQuote}</OldWords>
        </details>
      )}
      {isLost && can.reattach && !thread.pending && (
        <ReattachButton threadId={id} className="mt-2" />
      )}
    </>
  );
}

function OldWords({ children }: { children: string }) {
  return (
    <blockquote className="mt-1 line-clamp-6 border-s-2 border-rule ps-2 font-serif text-sm wrap-anywhere whitespace-pre-line text-soft">
      {children}
    </blockquote>
  );
}
