import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import type { AssignmentForecast, ForecastItem } from "@/lib/revisions/forecast";

const STATES = ["EXACT", "MOVED", "CHANGED", "DETACHED"] as const;

/** What becomes of the notes of one assignment: how many, and which ones lose their words. */
export function AssignmentForecastView({ forecast }: { forecast: AssignmentForecast }) {
  const t = useTranslations("revisions.publish");
  const { title, courseTitle, counts, items, more } = forecast;
  return (
    <Section title={courseTitle} aside={title}>
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
        {STATES.map((state) => (
          <div key={state} className="flex flex-col-reverse justify-end">
            <dt className="text-xs text-soft">{t(`state.${state}`)}</dt>
            <dd className="font-serif text-2xl tabular-nums">{counts[state]}</dd>
          </div>
        ))}
      </dl>
      {items.length > 0 && (
        <details className="mt-5" open={items.length <= 10}>
          <summary className="text-sm font-medium">
            {t("items", { count: items.length + more })}
          </summary>
          <ul className="mt-2">
            {items.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </ul>
          {more > 0 && <p className="mt-3 text-sm text-soft">{t("more", { count: more })}</p>}
        </details>
      )}
    </Section>
  );
}

function Item({ item: { state, before, after } }: { item: ForecastItem }) {
  const t = useTranslations("revisions.publish");
  return (
    <li className="grid gap-x-8 gap-y-1.5 border-b border-rule py-3 text-sm md:grid-cols-2">
      <div className="min-w-0">
        <p className="text-xs text-soft">{t("before")}</p>
        <p className="font-serif wrap-anywhere whitespace-pre-line">{before || t("whole")}</p>
      </div>
      <div className="min-w-0">
        <p className="text-xs text-soft">{t(`itemState.${state}`)}</p>
        <p className="font-serif wrap-anywhere whitespace-pre-line">{after ?? "—"}</p>
      </div>
    </li>
  );
}
