import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";

import { ReadingEditor } from "@/components/revisions/reading-editor";
import { ClientWords } from "@/components/shell/client-words";
import { Crumbs } from "@/components/shell/crumbs";
import { Page } from "@/components/shell/page";
import { requireUser } from "@/lib/auth/session";
import { readingParams } from "@/lib/readings/schema";
import { getDraft } from "@/lib/revisions/queries";
import { load } from "@/lib/server/page";

import "@/app/writing.css";

type Props = PageProps<"/library/[readingId]/edit">;

const loadDraft = cache((readingId: string) =>
  load(async () => {
    const user = await requireUser();
    const params = readingParams.parse({ readingId });
    return { user, draft: await getDraft(user.id, params.readingId) };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { draft } = await loadDraft((await params).readingId);
  return { title: (await getTranslations("revisions.editor"))("title", { title: draft.title }) };
}

export default async function EditReadingPage({ params }: Props) {
  const { user, draft } = await loadDraft((await params).readingId);
  const t = await getTranslations("revisions.editor");
  const library = await getTranslations("library");
  const crumbs = [
    { href: "/library" as Route, label: library("title") },
    { href: `/library/${draft.readingId}` as Route, label: draft.title },
  ];
  return (
    <Page
      above={<Crumbs crumbs={crumbs} />}
      title={t("heading")}
      lead={t("lead", { number: draft.baseNumber + 1 })}
    >
      <ClientWords only={["revisions"]}>
        <ReadingEditor draft={draft} userId={user.id} />
      </ClientWords>
    </Page>
  );
}
