"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { HiddenSign } from "./hidden-sign";
import { EVERYTHING, isNarrow, type MarkFilter } from "./mark-filter";
import { useReaderState } from "./reader-context";
import { useFilter, useHidden } from "./use-filter";

/** That something is left out, what, and the way back: a sign for each condition, which removes it. */
export function FilterSummary() {
  const t = useTranslations("reader.filter");
  const { filter, change } = useFilter();
  const count = useReaderState((state) => state.marks.size);
  const shown = useReaderState((state) => state.shownCount);
  const chips = useChips(filter);
  const { areHidden } = useHidden();
  if (chips.length === 0 && !areHidden) return null;

  function remove(name: keyof MarkFilter): void {
    change({ [name]: EVERYTHING[name] });
    focusBar();
  }

  return (
    <div className="reader-filter-summary">
      <HiddenSign />
      {isNarrow(filter) && <p className="text-soft tabular-nums">{t("shown", { shown, count })}</p>}
      <ul aria-label={t("active")} className="contents">
        {chips.map(({ name, label }) => (
          <li key={name} className="min-w-0">
            <button
              type="button"
              className="reader-filter-chip"
              aria-label={t("remove", { filter: label })}
              onClick={() => remove(name)}
            >
              <span className="truncate">{label}</span>
              <X className="size-3.5 shrink-0" aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What stands in the margin where nothing is as it is asked for. */
export function NothingShown() {
  const t = useTranslations("reader.filter");
  const { showAll } = useFilter();
  const isNothing = useReaderState(({ shownCount, marks }) => shownCount === 0 && marks.size > 0);
  if (!isNothing) return null;
  return (
    <div className="px-1 py-4">
      <p className="font-serif">{t("nothing")}</p>
      <Button
        size="sm"
        className="mt-2"
        onClick={() => {
          showAll();
          focusBar();
        }}
      >
        {t("showAll")}
      </Button>
    </div>
  );
}

/** What was pressed goes with what it took back: the focus goes to where one narrows anew. */
function focusBar(): void {
  document.querySelector<HTMLElement>(".reader-filter-bar select")?.focus();
}

/** What each condition is called, where it asks for something. */
function useChips(filter: MarkFilter): { name: keyof MarkFilter; label: string }[] {
  const t = useTranslations("reader.filter");
  const { show, by, kind, tag, group, sort, top } = filter;
  const person = useReaderState(({ marks }) =>
    by ? marks.ordered.find(({ author }) => author.id === by)?.author.name : undefined,
  );
  const groupName = useReaderState(({ marks }) =>
    group ? marks.ordered.find((mark) => mark.group?.id === group)?.group?.name : undefined,
  );
  const labels: Record<keyof MarkFilter, string | false> = {
    show: show !== "all" && t(`shows.${show}`),
    by: by !== null && (person ?? t("somebody")),
    kind: kind !== null && t(`kinds.${kind}`),
    tag: tag !== null && `#${tag}`,
    group: group !== null && (groupName ?? t("otherGroup")),
    sort: sort !== "position" && t(`sorts.${sort}`),
    top: top !== null && t("top", { count: top }),
  };
  return Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ name: name as keyof MarkFilter, label }] : [],
  );
}
