import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { AccountPage } from "@/components/account/account-page";
import { JoinForm } from "@/components/home/join-form";
import { requireUser } from "@/lib/auth/session";
import { load } from "@/lib/server/page";
import { joinCourseAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("join"))("title") };
}

export default async function JoinPage() {
  await load(requireUser);
  const t = await getTranslations("join");
  return (
    <AccountPage heading={t("heading")}>
      <p className="mb-6 text-soft">{t("lead")}</p>
      <JoinForm action={joinCourseAction} />
    </AccountPage>
  );
}
