import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { Pages } from "@/components/ui/pages";
import type { TextPlace } from "@/lib/editor/text-places";
import type { AssignmentForecast, ForecastItem, StateList } from "@/lib/revisions/forecast";

/** What becomes of the notes of one assignment: how many, and each before and after. */
export function AssignmentForecastView({ forecast, path }: AssignmentForecastProps) {
  const t = useTranslations("revisions.publish");
  const { assignmentId, title, courseTitle, lists } = forecast;
  return (
    <Section title={courseTitle} aside={title}>
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
        {lists.map(({ state, count }) => (
          <div key={state} className="flex flex-col-reverse justify-end">
            <dt className="text-xs text-soft">{t(`state.${state}`)}</dt>
            <dd className="font-serif text-2xl tabular-nums">{count}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 space-y-3">
        {lists.toReversed().map((list) => (
          <NoteList key={list.state} list={list} path={`${path}?assignment=${assignmentId}`} />
        ))}
      </div>
    </Section>
  );
}

interface AssignmentForecastProps {
  forecast: AssignmentForecast;
  /** The page's, to which a page of a list is added. */
  path: string;
}

/** Those whose words change or go are what one has to look at; the others are there to be checked. */
function NoteList({ list, path }: { list: StateList; path: string }) {
  const t = useTranslations("revisions.publish");
  const { state, count, items, row, next } = list;
  if (count === 0) return null;
  const at = (first: number) => `${path}&state=${state}&row=${first}`;
  return (
    <details open={state === "CHANGED" || state === "DETACHED" || row > 0}>
      <summary className="text-sm font-medium">{t(`items.${state}`, { count })}</summary>
      <ul className="mt-2">
        {items.map((item) => (
          <Item key={item.id} item={item} state={state} />
        ))}
      </ul>
      {(row > 0 || next !== null) && (
        <p className="mt-3 text-sm text-soft">
          {t("range", { from: row + 1, to: row + items.length, count })}
        </p>
      )}
      <Pages
        label={t("pages")}
        first={row > 0 ? { href: at(0), label: t("firstPage") } : null}
        next={next === null ? null : { href: at(next), label: t("nextPage") }}
      />
    </details>
  );
}

function Item({ item, state }: { item: ForecastItem; state: StateList["state"] }) {
  const t = useTranslations("revisions.publish");
  const { before, from, after, to, isNews } = item;
  const isSettled = (state === "CHANGED" || state === "DETACHED") && !isNews;
  return (
    <li className="grid gap-x-8 gap-y-1.5 border-b border-rule py-3 text-sm md:grid-cols-2">
      <div className="min-w-0">
        <p className="text-xs text-soft">
          {t("before")}
          <Where place={from} />
        </p>
        <p className="font-serif wrap-anywhere whitespace-pre-line">{before || t("whole")}</p>
      </div>
      <div className="min-w-0">
        <p className="text-xs text-soft">
          {t(`itemState.${state}`)}
          <Where place={to} />
          {isSettled && ` · ${t("sinceEarlier")}`}
        </p>
        <p className="font-serif wrap-anywhere whitespace-pre-line">
          {after === "" ? t("whole") : (after ?? "—")}
        </p>
      </div>
    </li>
  );
}

function Where({ place }: { place: TextPlace | null }) {
  const t = useTranslations("revisions.publish");
  if (!place) return null;
  const { section, paragraph } = place;
  return (
    <>
      {paragraph > 0 && ` · ${t("paragraph", { number: paragraph })}`}
      {section && ` · ${t("section", { title: section })}`}
    </>
  );
}
