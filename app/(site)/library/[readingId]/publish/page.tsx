import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";

import { ForecastList } from "@/components/revisions/forecast-list";
import { Obstacles } from "@/components/revisions/obstacles";
import { PublishForm } from "@/components/revisions/publish-form";
import { ClientWords } from "@/components/shell/client-words";
import { Crumbs } from "@/components/shell/crumbs";
import { Page } from "@/components/shell/page";
import { requireUser } from "@/lib/auth/session";
import { readingParams } from "@/lib/readings/schema";
import { previewPublishing } from "@/lib/revisions/publishing";
import { forecastQuery } from "@/lib/revisions/schema";
import { load } from "@/lib/server/page";
import { publishAction } from "./actions";

type Props = PageProps<"/library/[readingId]/publish">;

const loadPreview = cache((readingId: string, search: Props["searchParams"]) =>
  load(async () => {
    const user = await requireUser();
    const params = readingParams.parse({ readingId });
    return previewPublishing(user.id, params.readingId, forecastQuery.parse(await search));
  }),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { number } = await loadPreview((await params).readingId, searchParams);
  return { title: (await getTranslations("revisions.publish"))("heading", { number }) };
}

export default async function PublishPage({ params, searchParams }: Props) {
  const preview = await loadPreview((await params).readingId, searchParams);
  const t = await getTranslations("revisions.publish");
  const library = await getTranslations("library");
  const { readingId, title, number, obstacles } = preview;
  const crumbs = [
    { href: "/library" as Route, label: library("title") },
    { href: `/library/${readingId}` as Route, label: title },
    { href: `/library/${readingId}/edit` as Route, label: t("edit") },
  ];
  return (
    <Page above={<Crumbs crumbs={crumbs} />} title={t("heading", { number })} lead={t("lead")}>
      <Obstacles obstacles={obstacles} />
      <ForecastList forecast={preview} path={`/library/${readingId}/publish`} />
      <ClientWords only={["revisions"]}>
        <PublishForm action={publishAction} preview={preview} />
      </ClientWords>
    </Page>
  );
}
