import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { NotebookView } from "@/lib/notebook/queries";
import type { NotebookQuery, Shown } from "@/lib/notebook/schema";
import { LocalDrafts } from "./local-drafts";
import { NotebookFilters } from "./notebook-filters";
import { NotebookList } from "./notebook-list";
import { NotebookTabs } from "./notebook-tabs";

/** A notebook: what of it is shown, what it is narrowed to, and its entries. */
export function Notebook({ base, query, view, shown, zone, ownerId = null }: NotebookProps) {
  const t = useTranslations("notebook");
  const isNarrowed = query.q !== "" || query.in !== undefined;
  const isOfDrafts = query.show === "all" || query.show === "drafts";

  /** With what is only in this browser, which the server cannot know of; `otherwise` without. */
  function local(otherwise: ReactNode): ReactNode {
    if (!ownerId || !isOfDrafts || query.cursor) return otherwise;
    const among = view.places.filter(({ courseId }) => courseId === query.in).map(({ id }) => id);
    return (
      <LocalDrafts
        userId={ownerId}
        words={query.q}
        assignmentIds={query.in === undefined ? null : [query.in, ...among]}
        zone={zone}
      >
        {otherwise}
      </LocalDrafts>
    );
  }

  return (
    <>
      <div className="border-b border-rule">
        <NotebookTabs base={base} query={query} shown={shown} />
      </div>
      <div className="mt-5">
        <NotebookFilters
          base={base}
          query={query}
          places={view.places}
          hasCourses={ownerId !== null}
        />
      </div>
      <div className="mt-8">
        {view.entries.length > 0 ? (
          <>
            {local(null)}
            <NotebookList base={base} query={query} view={view} zone={zone} />
          </>
        ) : isNarrowed ? (
          local(
            <EmptyState
              title={t("nothingFound")}
              actions={<LinkButton href={base as "/notebook"}>{t("showAll")}</LinkButton>}
            >
              <p>{t("nothingFoundText")}</p>
            </EmptyState>,
          )
        ) : (
          local(
            <EmptyState title={t("empty", { show: query.show })}>
              <p>{ownerId ? t("emptyText", { show: query.show }) : t("emptyPerson")}</p>
            </EmptyState>,
          )
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
  /** Whose it is, where they look at it themselves. */
  ownerId?: string | null;
}
