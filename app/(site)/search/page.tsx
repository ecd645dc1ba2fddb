import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { FilterChips } from "@/components/search/filter-chips";
import { SearchForm } from "@/components/search/search-form";
import { SearchResults } from "@/components/search/search-results";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { requireUser } from "@/lib/auth/session";
import { search } from "@/lib/search/queries";
import { searchQuery } from "@/lib/search/schema";
import { load } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const { user, asked, found } = await load(async () => {
    const user = await requireUser();
    const asked = searchQuery.parse(await searchParams);
    return { user, asked, found: await search(user, asked) };
  });
  const t = await getTranslations("search");
  return (
    <Page title={t("heading")}>
      <SearchForm q={asked.q} />
      <FilterChips filters={found.query.filters} />
      <div className="mt-8">
        {asked.q === "" ? (
          <EmptyState title={t("begin")}>
            <p>{t("beginText")}</p>
          </EmptyState>
        ) : (
          <SearchResults
            q={asked.q}
            found={found}
            isFirstPage={asked.cursor === undefined}
            zone={user.timeZone}
          />
        )}
      </div>
    </Page>
  );
}
