import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ImportDoors } from "@/components/library/import-doors";
import { ReadingForm } from "@/components/library/reading-form";
import { ClientWords } from "@/components/shell/client-words";
import { Crumbs } from "@/components/shell/crumbs";
import { Page } from "@/components/shell/page";
import { Section } from "@/components/shell/section";
import { requireUser } from "@/lib/auth/session";
import { load } from "@/lib/server/page";
import { addReadingAction, importAddressAction, previewReadingAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("library"))("addTitle") };
}

export default async function NewReadingPage() {
  await load(requireUser);
  const t = await getTranslations("library");
  return (
    <Page
      above={<Crumbs crumbs={[{ href: "/library", label: t("title") }]} />}
      title={t("addTitle")}
      lead={t("addLead")}
      isWide
    >
      <ClientWords only={["library", "imports"]}>
        <div className="space-y-14">
          <ImportDoors fetchPage={importAddressAction} />
          <Section title={t("paste")}>
            <div className="mt-6">
              <ReadingForm add={addReadingAction} preview={previewReadingAction} />
            </div>
          </Section>
        </div>
      </ClientWords>
    </Page>
  );
}
