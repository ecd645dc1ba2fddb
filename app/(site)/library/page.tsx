import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ImportList } from "@/components/library/import-list";
import { ReadingList } from "@/components/library/reading-list";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { GoButton } from "@/components/ui/go-button";
import { requireUser } from "@/lib/auth/session";
import { listImports } from "@/lib/imports/queries";
import { listReadings } from "@/lib/readings/queries";
import { libraryQuery } from "@/lib/readings/schema";
import { load } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("library"))("title") };
}

export default async function LibraryPage({ searchParams }: PageProps<"/library">) {
  const query = await searchParams;
  const { user, page, imports } = await load(async () => {
    const user = await requireUser();
    const [page, imports] = await Promise.all([
      listReadings(user.id, libraryQuery.parse(query)),
      listImports(user.id),
    ]);
    return { user, page, imports };
  });
  const t = await getTranslations("library");
  const add = (
    <GoButton to="/library/new" variant="primary">
      {t("add")}
    </GoButton>
  );
  if (page.readings.length === 0) {
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
      <ReadingList page={page} isFirstPage={!query.cursor} zone={user.timeZone} />
    </Page>
  );
}
