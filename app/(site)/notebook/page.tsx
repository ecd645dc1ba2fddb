import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ExportMenu } from "@/components/notebook/export-menu";
import { Notebook } from "@/components/notebook/notebook";
import { ClientWords } from "@/components/shell/client-words";
import { Page } from "@/components/shell/page";
import { requireUser } from "@/lib/auth/session";
import { listNotebook } from "@/lib/notebook/queries";
import { notebookQuery, SHOWN } from "@/lib/notebook/schema";
import { load } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notebook"))("heading") };
}

export default async function NotebookPage({ searchParams }: PageProps<"/notebook">) {
  const { user, query, view } = await load(async () => {
    const user = await requireUser();
    const query = notebookQuery.parse(await searchParams);
    return { user, query, view: await listNotebook(user.id, query) };
  });
  const t = await getTranslations("notebook");
  return (
    <Page
      title={t("heading")}
      lead={t("lead")}
      actions={<ExportMenu address="/api/v1/notebook/export" query={query} />}
    >
      <ClientWords only={["notebook"]}>
        <Notebook
          base="/notebook"
          query={query}
          view={view}
          shown={SHOWN}
          zone={user.timeZone}
          ownerId={user.id}
        />
      </ClientWords>
    </Page>
  );
}
