"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import { Section } from "@/components/shell/section";
import { Checkbox } from "@/components/ui/checkbox";
import type { RulesForecast } from "@/lib/participation/forecast";

/** So long nobody has typed. */
const PAUSE_MS = 400;

/** What the form around it would do to the scores, on the posts that are there, as it is typed. */
export function EffectPanel({ assignmentId }: { assignmentId: string }) {
  const t = useTranslations("assign");
  const anchor = useRef<HTMLDivElement>(null);
  const [forecast, setForecast] = useState<RulesForecast | "failed" | null>(null);

  useEffect(() => {
    const form = anchor.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout>;
    let controller = new AbortController();
    async function look(): Promise<void> {
      controller.abort();
      controller = new AbortController();
      const { signal } = controller;
      try {
        setForecast(await ask(assignmentId, form as HTMLFormElement, signal));
      } catch {
        if (!signal.aborted) setForecast("failed");
      }
    }
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE_MS);
    };
    form.addEventListener("input", later);
    void look();
    return () => {
      clearTimeout(timer);
      controller.abort();
      form.removeEventListener("input", later);
    };
  }, [assignmentId]);

  return (
    <div ref={anchor}>
      <Section title={t("effect")} aside={t("effectLead")}>
        <div aria-live="polite" className="mt-4 text-sm noscript:hidden">
          <Effect forecast={forecast} />
        </div>
        {/* Also without script, where the refusal alone says how many it moves. */}
        <div className="mt-5">
          <Checkbox name="isSeen" defaultChecked={false} />
        </div>
      </Section>
    </div>
  );
}

function Effect({ forecast }: { forecast: RulesForecast | "failed" | null }) {
  const t = useTranslations("assign");
  if (forecast === null) return null;
  if (forecast === "failed") return <p className="text-soft">{t("effectFailed")}</p>;
  const { gains, loses, students, changed, hasMore, released, active } = forecast;
  if (active === 0) return <p className="text-soft">{t("effectNobody")}</p>;
  if (gains + loses === 0) return <p className="text-soft">{t("effectNone")}</p>;
  return (
    <>
      <p className="font-medium">{t("effectCount", { gains, loses, students })}</p>
      {released > 0 && <p className="mt-1 text-soft">{t("effectReleased", { count: released })}</p>}
      <ul className="mt-3 max-h-80 overflow-y-auto" tabIndex={-1}>
        {changed.map((row) => (
          <li
            key={row.userId}
            className="flex justify-between gap-4 border-b border-rule py-1.5 tabular-nums"
          >
            <span className="min-w-0 wrap-anywhere">{row.name}</span>
            <span className="shrink-0 text-end">
              {t("effectRow", { before: row.before ?? "–", after: row.after ?? "–" })}
              {row.wasComplete !== row.isComplete && (
                <span className="block text-xs text-soft">
                  {t("effectComplete", { isComplete: String(row.isComplete) })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {hasMore && <p className="mt-2 text-soft">{t("effectMore")}</p>}
    </>
  );
}

async function ask(
  assignmentId: string,
  form: HTMLFormElement,
  signal: AbortSignal,
): Promise<RulesForecast> {
  const typed = [...new FormData(form)].filter(
    ([name, value]) => typeof value === "string" && !name.startsWith("$ACTION"),
  );
  const answer = await fetch(`/api/v1/assignments/${assignmentId}/forecast`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(Object.fromEntries(typed)),
    signal,
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}
