"use client";

import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import { useReader, useReaderState } from "@/components/reader/reader-context";
import type { ProgressView } from "@/lib/participation/progress";
import { NextChanges } from "./next-changes";
import { ScoreParts } from "./score-parts";

/** What happens at once is asked for once. */
const PAUSE_MS = 600;

/** What one has of what is expected, kept up to date while one reads and writes. */
export function MyProgress({ initial }: { initial: ProgressView }) {
  const t = useTranslations("progress");
  const { assignment } = useReader();
  // Every saving, deleting and arriving is said to screen readers, and numbered there.
  const said = useReaderState((state) => state.said.number);
  const first = useRef(said);
  const [progress, setProgress] = useState(initial);

  useEffect(() => {
    if (said === first.current) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const address = `/api/v1/assignments/${assignment.id}/progress`;
        const answer = await fetch(address, { signal: controller.signal });
        if (answer.ok) setProgress(await answer.json());
      } catch {
        // Without network it stays as it was; the next saving asks again.
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [said, assignment.id]);

  const { breakdown, released, changes } = progress;
  const { points, maximum, isComplete, grading, parts } = breakdown;
  if (parts.length === 0 && !released) return null;
  return (
    <section aria-label={t("heading")} className="reader-instructions mt-0 mb-8" data-screen-only>
      <details>
        <summary className="flex flex-wrap gap-x-3 text-sm">
          <span className="font-medium">{t("heading")}</span>
          <span className="text-soft tabular-nums">
            {released
              ? t("told", { points: released.points ?? "–", maximum: released.maximum })
              : grading === "complete" || points === null
                ? t("complete", { isComplete: String(isComplete) })
                : t("now", { points, maximum })}
          </span>
        </summary>
        <ScoreParts breakdown={breakdown} isShort />
        <p className="mt-3 mb-1 text-sm font-medium">{t("next")}</p>
        <NextChanges changes={changes} />
        <p className="mt-3 text-sm">
          <Link href={`/read/${assignment.id}/progress` as Route} className="prose-link">
            {t("open")}
          </Link>
        </p>
      </details>
    </section>
  );
}
