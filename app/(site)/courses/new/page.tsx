import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { AccountPage } from "@/components/account/account-page";
import { CreateCourseForm } from "@/components/home/create-course-form";
import { requireUser } from "@/lib/auth/session";
import { load } from "@/lib/server/page";
import { createCourseAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("createHeading") };
}

export default async function NewCoursePage() {
  const user = await load(requireUser);
  const t = await getTranslations("home");
  return (
    <AccountPage heading={t("createHeading")}>
      <p className="mb-6 text-soft">{t("createLead")}</p>
      <CreateCourseForm
        action={createCourseAction}
        timeZone={user.timeZone}
        zones={["UTC", ...Intl.supportedValuesOf("timeZone")]}
      />
    </AccountPage>
  );
}
