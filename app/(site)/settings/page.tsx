import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { AppearanceSection } from "@/components/settings/appearance-section";
import { NotificationsSection } from "@/components/settings/notifications-section";
import { ReadingSection } from "@/components/settings/reading-section";
import { ClientWords } from "@/components/shell/client-words";
import { Page } from "@/components/shell/page";
import { requireUser } from "@/lib/auth/session";
import { isStaffSomewhere } from "@/lib/courses/queries";
import { load } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  const { user, isStaff } = await load(async () => {
    const user = await requireUser();
    return { user, isStaff: await isStaffSomewhere(user.id) };
  });
  const t = await getTranslations("settings");
  return (
    <Page title={t("title")} lead={t("kept")}>
      <noscript>
        <p className="mb-6">{t("needsScript")}</p>
      </noscript>
      <ClientWords only={["settings"]}>
        <div className="space-y-12">
          <AppearanceSection />
          <ReadingSection />
          <NotificationsSection isStaff={isStaff} zone={user.timeZone} />
        </div>
      </ClientWords>
    </Page>
  );
}
