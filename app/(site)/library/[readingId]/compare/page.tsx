import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";

import { Comparison } from "@/components/revisions/comparison";
import { Crumbs } from "@/components/shell/crumbs";
import { requireUser } from "@/lib/auth/session";
import { readingParams } from "@/lib/readings/schema";
import { compareOwn } from "@/lib/revisions/comparing";
import { compareQuery } from "@/lib/revisions/schema";
import { load } from "@/lib/server/page";

import "@/app/compare.css";

type Props = PageProps<"/library/[readingId]/compare">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revisions.compare"))("title") };
}

export default async function CompareOwnPage({ params, searchParams }: Props) {
  const { user, readingId, comparison } = await load(async () => {
    const user = await requireUser();
    const { readingId } = readingParams.parse(await params);
    const query = compareQuery.parse(await searchParams);
    return { user, readingId, comparison: await compareOwn(user.id, readingId, query) };
  });
  const library = await getTranslations("library");
  const home = `/library/${readingId}` as Route;
  const crumbs = [
    { href: "/library" as Route, label: library("title") },
    { href: home, label: comparison.title },
  ];
  return (
    <Comparison
      above={<Crumbs crumbs={crumbs} />}
      comparison={comparison}
      path={`${home}/compare`}
      zone={user.timeZone}
    />
  );
}
