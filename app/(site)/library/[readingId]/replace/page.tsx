import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";

import { ReplaceForm } from "@/components/revisions/replace-form";
import { ClientWords } from "@/components/shell/client-words";
import { Crumbs } from "@/components/shell/crumbs";
import { Page } from "@/components/shell/page";
import { requireUser } from "@/lib/auth/session";
import { readingParams } from "@/lib/readings/schema";
import { getDraft } from "@/lib/revisions/queries";
import { load } from "@/lib/server/page";
import { replaceTextAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revisions.replace"))("heading") };
}

export default async function ReplaceTextPage({
  params,
}: PageProps<"/library/[readingId]/replace">) {
  const draft = await load(async () => {
    const user = await requireUser();
    const { readingId } = readingParams.parse(await params);
    return getDraft(user.id, readingId);
  });
  const t = await getTranslations("revisions.replace");
  const library = await getTranslations("library");
  const { readingId, title, version } = draft;
  const crumbs = [
    { href: "/library" as Route, label: library("title") },
    { href: `/library/${readingId}` as Route, label: title },
  ];
  return (
    <Page above={<Crumbs crumbs={crumbs} />} title={t("heading")} lead={t("lead")}>
      <ClientWords only={["revisions"]}>
        <ReplaceForm action={replaceTextAction} readingId={readingId} draftVersion={version} />
      </ClientWords>
    </Page>
  );
}
