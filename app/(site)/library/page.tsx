import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ImportList } from "@/components/library/import-list";
import { LibraryFilter } from "@/components/library/library-filter";
import { ReadingList } from "@/components/library/reading-list";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { GoButton } from "@/components/ui/go-button";
import { requireUser } from "@/lib/auth/session";
import { listImports } from "@/lib/imports/queries";
import { listShelves } from "@/lib/readings/managing";
import { listReadings } from "@/lib/readings/queries";
import { libraryQuery } from "@/lib/readings/schema";
import { load } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("library"))("title") };
}

export default async function LibraryPage({ searchParams }: PageProps<"/library">) {
  const query = await searchParams;
  const { user, page, imports, shelves, filter } = await load(async () => {
    const user = await requireUser();
    const filter = libraryQuery.parse(query);
    const [page, imports, shelves] = await Promise.all([
      listReadings(user.id, filter),
      listImports(user.id),
      listShelves(user.id),
    ]);
    return { user, page, imports, shelves, filter };
  });
  const t = await getTranslations("library");
  const add = (
    <GoButton to="/library/new" variant="primary">
      {t("add")}
    </GoButton>
  );
  const { cursor, ...narrowed } = filter;
  const isNarrowed = Object.values(narrowed).some((value) => value && value !== "all");
  if (page.readings.length === 0 && !isNarrowed) {
    return (
      <Page title={t("heading")}>
        <ImportList imports={imports} />
        <EmptyState title={t("empty")} actions={add}>
          {t("emptyText")}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t("heading")} lead={t("lead")} actions={add}>
      <ImportList imports={imports} />
      <LibraryFilter query={narrowed} shelves={shelves} />
      {page.readings.length === 0 ? (
        <EmptyState title={t("nothing")} actions={<GoButton to="/library">{t("all")}</GoButton>}>
          {t("nothingText")}
        </EmptyState>
      ) : (
        <ReadingList
          page={page}
          isFirstPage={!cursor}
          zone={user.timeZone}
          narrowed={Object.fromEntries(
            Object.entries(narrowed).filter((entry): entry is [string, string] =>
              Boolean(entry[1]),
            ),
          )}
        />
      )}
    </Page>
  );
}
