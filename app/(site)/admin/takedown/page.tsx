import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { TakedownForm } from "@/components/library/takedown-form";
import { ClientWords } from "@/components/shell/client-words";
import { Page } from "@/components/shell/page";
import { requireUser } from "@/lib/auth/session";
import { requireAdministrator } from "@/lib/readings/takedown";
import { load } from "@/lib/server/page";
import { takeDownAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("takedown"))("title") };
}

export default async function TakedownPage() {
  await load(async () => requireAdministrator((await requireUser()).id));
  const t = await getTranslations("takedown");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <ClientWords only={["takedown"]}>
        <TakedownForm take={takeDownAction} />
      </ClientWords>
    </Page>
  );
}
