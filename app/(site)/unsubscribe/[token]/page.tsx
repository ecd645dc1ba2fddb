import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Page } from "@/components/shell/page";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { unsubscribeInput } from "@/lib/notifications/schema";
import { openUnsubscription } from "@/lib/notifications/unsubscription";
import { load } from "@/lib/server/page";
import { unsubscribeAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("unsubscribe");
  // The address is a secret of its reader's: no other site is told of it.
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function UnsubscribePage({
  params,
  searchParams,
}: PageProps<"/unsubscribe/[token]">) {
  const { token, subject } = await load(async () => {
    const { token } = unsubscribeInput.parse(await params);
    return { token, ...openUnsubscription(token) };
  });
  const isDone = (await searchParams).done !== undefined;
  const t = await getTranslations("unsubscribe");
  if (isDone) {
    return (
      <Page title={t("done")} lead={t("doneText", { subject: t(`subject.${subject}`) })}>
        <LinkButton href="/settings#notifications">{t("settings")}</LinkButton>
      </Page>
    );
  }
  return (
    <Page title={t("title")} lead={t("text", { subject: t(`subject.${subject}`) })}>
      <Form action={unsubscribeAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton>{t("confirm")}</SubmitButton>
      </Form>
    </Page>
  );
}
