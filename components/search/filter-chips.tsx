import { X } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";

import type { Filter } from "@/lib/search/query";

/** The filters of a search, each to be taken away with one click. */
export function FilterChips({ filters }: { filters: Filter[] }) {
  const t = useTranslations("search");
  if (filters.length === 0) return null;
  return (
    <ul aria-label={t("filters")} className="mt-4 flex flex-wrap gap-2">
      {filters.map(({ text, rest, isWrong }) => (
        <li key={`${text} ${rest}`}>
          <Link
            href={`/search?${new URLSearchParams({ q: rest })}` as Route}
            aria-label={t("remove", { filter: text })}
            className={`inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-sm wrap-anywhere hover:bg-touched pointer-coarse:min-h-11 ${isWrong ? "border-accent text-accent" : "border-edge"}`}
          >
            {text}
            {isWrong && <span className="text-xs">{t("wrong")}</span>}
            <X aria-hidden="true" className="size-3.5 shrink-0" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
