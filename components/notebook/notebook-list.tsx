import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { Pages } from "@/components/ui/pages";
import type { NotebookView } from "@/lib/notebook/queries";
import type { NotebookQuery } from "@/lib/notebook/schema";
import type { EntryView } from "@/lib/notebook/shown";
import { notebookAddress } from "./notebook-address";
import { NotebookEntry } from "./notebook-entry";

/** A page of a notebook; in the order of the readings each under its own heading. */
export function NotebookList({ base, query, view, zone }: NotebookListProps) {
  const t = useTranslations("notebook");
  const { cursor, ...narrowed } = query;
  const list = (entries: EntryView[]) => (
    <ul>
      {entries.map((entry) => (
        <NotebookEntry
          key={entry.id}
          entry={entry}
          zone={zone}
          isUnderReading={query.sort === "reading"}
        />
      ))}
    </ul>
  );
  const readings = [...new Map(view.entries.map(({ where }) => [where.id, where])).values()];
  return (
    <>
      {query.sort === "reading" ? (
        <div className="space-y-12">
          {readings.map(({ id, title, courseTitle }) => (
            <Section key={id} title={title} aside={courseTitle}>
              {list(view.entries.filter(({ where }) => where.id === id))}
            </Section>
          ))}
        </div>
      ) : (
        <section aria-label={t("shown", { show: query.show })} className="border-t border-rule">
          {list(view.entries)}
        </section>
      )}
      <Pages
        label={t("pages")}
        first={cursor ? { href: notebookAddress(base, narrowed), label: t("first") } : null}
        next={
          view.nextCursor
            ? {
                href: notebookAddress(base, narrowed, { cursor: view.nextCursor }),
                label: t("next"),
              }
            : null
        }
      />
    </>
  );
}

interface NotebookListProps {
  base: string;
  query: NotebookQuery;
  view: NotebookView;
  /** The reader's. */
  zone: string;
}
