"use client";

import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";

import { listUnsaved, wordsOf } from "@/components/reader/drafts";
import { KindIcon } from "@/components/search/kind-icon";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";

/**
 * What was begun in this browser and is nowhere else: without a network, or while another device
 * was writing at the same place. Where there is none, `children`.
 */
export function LocalDrafts({ userId, words, assignmentIds, zone, children }: LocalDraftsProps) {
  const t = useTranslations("notebook");
  const [drafts, setDrafts] = useState<ReturnType<typeof listUnsaved>>([]);

  useEffect(() => {
    const read = () => setDrafts(listUnsaved(userId));
    read();
    // Another tab saved some of them, or began others.
    window.addEventListener("storage", read);
    return () => window.removeEventListener("storage", read);
  }, [userId]);

  const sought = words.toLocaleLowerCase();
  const found = drafts.filter(
    ({ body, passage, assignmentId }) =>
      (!assignmentIds || assignmentIds.includes(assignmentId)) &&
      `${wordsOf(body)} ${passage?.quote ?? ""}`.toLocaleLowerCase().includes(sought),
  );
  if (found.length === 0) return children;
  return (
    <section aria-label={t("local")} className="mb-8 border-t border-rule">
      <p className="border-b border-rule py-3 text-xs text-soft">{t("localText")}</p>
      <ul>
        {found.map((draft) => (
          <li
            key={`${draft.assignmentId} ${draft.name}`}
            className="group relative border-b border-rule py-5"
          >
            <article>
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-soft">
                <KindIcon kind="draft" />
                <span>{t("draft")}</span>
                <Badge strong>{t("onlyHere")}</Badge>
                <Time iso={draft.savedAt} zone={zone} isDay />
              </p>
              {draft.passage?.quote && (
                <blockquote className="mt-2 line-clamp-4 border-s-2 border-edge ps-3 font-serif leading-relaxed whitespace-pre-line wrap-anywhere">
                  {draft.passage.quote}
                </blockquote>
              )}
              <p className="mt-2 line-clamp-6 whitespace-pre-line wrap-anywhere">
                {wordsOf(draft.body)}
              </p>
              <p className="mt-2 text-xs text-faint wrap-anywhere">
                <Link
                  href={`/read/${draft.assignmentId}#d-${encodeURIComponent(draft.name)}` as Route}
                  aria-label={t("goOnWith", { words: wordsOf(draft.body).slice(0, 60) })}
                  className="after:absolute after:inset-0 group-hover:text-accent group-hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
                >
                  {draft.title ?? t("goOn")}
                </Link>
              </p>
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LocalDraftsProps {
  userId: string;
  /** What is looked for; empty for all. */
  words: string;
  /** Where; null for everywhere. */
  assignmentIds: string[] | null;
  /** The reader's. */
  zone: string;
  children?: ReactNode;
}
