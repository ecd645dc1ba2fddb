import { useTranslations } from "next-intl";

import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { NotebookView } from "@/lib/notebook/queries";
import type { NotebookQuery, Shown } from "@/lib/notebook/schema";
import { NotebookFilters } from "./notebook-filters";
import { NotebookList } from "./notebook-list";
import { NotebookTabs } from "./notebook-tabs";

/** A notebook: what of it is shown, what it is narrowed to, and its entries. */
export function Notebook({ base, query, view, shown, zone, isOwn }: NotebookProps) {
  const t = useTranslations("notebook");
  const isNarrowed = query.q !== "" || query.in !== undefined;
  return (
    <>
      <div className="border-b border-rule">
        <NotebookTabs base={base} query={query} shown={shown} />
      </div>
      <div className="mt-5">
        <NotebookFilters base={base} query={query} places={view.places} hasCourses={isOwn} />
      </div>
      <div className="mt-8">
        {view.entries.length > 0 ? (
          <NotebookList base={base} query={query} view={view} zone={zone} />
        ) : isNarrowed ? (
          <EmptyState
            title={t("nothingFound")}
            actions={<LinkButton href={base as "/notebook"}>{t("showAll")}</LinkButton>}
          >
            <p>{t("nothingFoundText")}</p>
          </EmptyState>
        ) : (
          <EmptyState title={t("empty", { show: query.show })}>
            <p>{isOwn ? t("emptyText", { show: query.show }) : t("emptyPerson")}</p>
          </EmptyState>
        )}
      </div>
    </>
  );
}

interface NotebookProps {
  base: string;
  query: NotebookQuery;
  view: NotebookView;
  shown: readonly Shown[];
  /** The reader's. */
  zone: string;
  isOwn: boolean;
}
