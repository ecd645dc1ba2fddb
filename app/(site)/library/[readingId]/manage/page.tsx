import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";

import { ManageReading } from "@/components/library/manage-reading";
import { ClientWords } from "@/components/shell/client-words";
import { Crumbs } from "@/components/shell/crumbs";
import { Page } from "@/components/shell/page";
import { requireUser } from "@/lib/auth/session";
import { getManagedReading } from "@/lib/readings/managing";
import { readingParams } from "@/lib/readings/schema";
import { load } from "@/lib/server/page";
import { archiveReadingAction, describeReadingAction, removeReadingAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("manageReading"))("title") };
}

export default async function ManageReadingPage({
  params,
}: PageProps<"/library/[readingId]/manage">) {
  const reading = await load(async () => {
    const user = await requireUser();
    const { readingId } = readingParams.parse(await params);
    return getManagedReading(user.id, readingId);
  });
  const t = await getTranslations();
  const crumbs: { href: Route; label: string }[] = [
    { href: "/library", label: t("library.title") },
    { href: `/library/${reading.id}` as Route, label: reading.title },
  ];
  return (
    <Page above={<Crumbs crumbs={crumbs} />} title={t("manageReading.title")}>
      <ClientWords only={["library", "manageReading"]}>
        <ManageReading
          reading={reading}
          describe={describeReadingAction}
          archive={archiveReadingAction}
          remove={removeReadingAction}
        />
      </ClientWords>
    </Page>
  );
}
