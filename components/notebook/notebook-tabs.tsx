import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { classNames } from "@/components/ui/class-names";
import { LinkPending } from "@/components/ui/link-pending";
import type { NotebookQuery, Shown } from "@/lib/notebook/schema";
import { notebookAddress } from "./notebook-address";

/** What of a notebook is shown, as a row of links; the present one is marked. */
export function NotebookTabs({ base, query, shown }: NotebookTabsProps) {
  const t = useTranslations("notebook");
  const { cursor: _, ...narrowed } = query;
  return (
    <nav aria-label={t("tabs")} className="-mb-px flex gap-5 overflow-x-auto sm:gap-6">
      {shown.map((show) => (
        <Link
          key={show}
          href={notebookAddress(base, { ...narrowed, show }) as Route}
          aria-current={show === query.show ? "page" : undefined}
          className={classNames(
            "flex min-h-11 items-center border-b-2 text-sm whitespace-nowrap transition-colors -outline-offset-2",
            show === query.show
              ? "border-accent font-medium text-ink"
              : "border-transparent text-soft hover:border-edge hover:text-ink",
          )}
        >
          {t("shown", { show })}
          <LinkPending />
        </Link>
      ))}
    </nav>
  );
}

interface NotebookTabsProps {
  base: string;
  query: NotebookQuery;
  shown: readonly Shown[];
}
