import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { InboxFilters } from "@/components/inbox/inbox-filters";
import { InboxList } from "@/components/inbox/inbox-list";
import { ClientWords } from "@/components/shell/client-words";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { requireUser } from "@/lib/auth/session";
import { listInbox } from "@/lib/notifications/queries";
import { type InboxFilter, shownInbox } from "@/lib/notifications/schema";
import { load } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("title") };
}

export default async function InboxPage({ searchParams }: PageProps<"/inbox">) {
  const { show } = shownInbox.parse(await searchParams);
  const { user, first } = await load(async () => {
    const user = await requireUser();
    return { user, first: await listInbox(user.id, { show }) };
  });
  const t = await getTranslations("inbox");
  return (
    <Page title={t("title")} lead={t("keys")}>
      <InboxFilters show={show} />
      <ClientWords only={["inbox", "reader"]}>
        <InboxList
          key={show}
          first={first}
          show={show}
          zone={user.timeZone}
          empty={<Nothing show={show} />}
        />
      </ClientWords>
    </Page>
  );
}

async function Nothing({ show }: { show: InboxFilter }) {
  const t = await getTranslations("inbox");
  const which = show === "all" || show === "unread" || show === "done" ? show : "other";
  return (
    <EmptyState
      title={t(`empty.${which}`)}
      actions={
        <>
          <LinkButton href="/home" variant={which === "all" ? "primary" : "secondary"}>
            {t("goOnReading")}
          </LinkButton>
          {which === "all" && (
            <LinkButton href="/settings#notifications">{t("chooseMails")}</LinkButton>
          )}
        </>
      }
    >
      {t(`emptyText.${which}`)}
    </EmptyState>
  );
}
