import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";

import { ImportProgress } from "@/components/library/import-progress";
import { KeepForm } from "@/components/library/keep-form";
import { Problems } from "@/components/library/problems";
import { ReadingText } from "@/components/library/reading-text";
import { ClientWords } from "@/components/shell/client-words";
import { Crumbs } from "@/components/shell/crumbs";
import { Page } from "@/components/shell/page";
import { Section } from "@/components/shell/section";
import { EmptyState } from "@/components/ui/empty-state";
import { GoButton } from "@/components/ui/go-button";
import { requireUser } from "@/lib/auth/session";
import { getImport, getImportedText, listSameTexts } from "@/lib/imports/queries";
import { importParams } from "@/lib/imports/schema";
import { describeLosses } from "@/lib/readings/preview";
import { load } from "@/lib/server/page";
import { cancelImportAction, keepImportAction } from "./actions";

type Props = PageProps<"/library/imports/[importId]">;

const loadImport = cache((importId: string) =>
  load(async () => {
    const user = await requireUser();
    const params = importParams.parse({ importId });
    return { user, found: await getImport(user.id, params.importId) };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { found } = await loadImport((await params).importId);
  return { title: found.name };
}

export default async function ImportPage({ params }: Props) {
  const { user, found } = await loadImport((await params).importId);
  if (found.readingId) redirect(`/library/${found.readingId}`);
  const t = await getTranslations();
  const frame = {
    above: <Crumbs crumbs={[{ href: "/library", label: t("library.title") }]} />,
    title: t("imports.title"),
    lead: found.name,
  };
  const again = (
    <GoButton to="/library/new" variant="primary">
      {t("imports.again")}
    </GoButton>
  );
  if (found.state === "WAITING" || found.state === "WORKING") {
    return (
      <Page {...frame}>
        <ClientWords only={["imports"]}>
          <ImportProgress shown={found} cancel={cancelImportAction} />
        </ClientWords>
      </Page>
    );
  }
  if (found.state !== "READY") {
    const { error } = found;
    return (
      <Page {...frame}>
        <EmptyState title={t(error ? "imports.failed" : "imports.cancelled")} actions={again}>
          {error ? t(`errors.${error.key}`, error.values) : t("imports.cancelledText")}
        </EmptyState>
      </Page>
    );
  }
  const [html, same, problems] = await Promise.all([
    getImportedText(user.id, found.id),
    listSameTexts(user.id, found.id),
    describeLosses(found.losses),
  ]);
  return (
    <Page {...frame} lead={t("imports.lead", { name: found.name })} isWide>
      <ClientWords only={["imports", "library"]}>
        <div className="grid gap-x-14 gap-y-12 lg:grid-cols-2">
          <div className="min-w-0 space-y-6">
            {same.length > 0 && (
              <div className="border-s-2 border-accent bg-wash px-4 py-3 text-sm">
                <p className="font-medium">{t("imports.same")}</p>
                <ul className="mt-1">
                  {same.map(({ id, title }) => (
                    <li key={id}>
                      <Link href={`/library/${id}`} className="prose-link wrap-anywhere">
                        {title}
                      </Link>
                    </li>
                  ))}
                </ul>
              </div>
            )}
            <Problems problems={problems} />
            <KeepForm
              importId={found.id}
              about={found.about}
              keep={keepImportAction}
              cancel={cancelImportAction}
            />
          </div>
          <Section title={t("library.preview")} className="min-w-0">
            <div className="mt-6">
              <ReadingText html={html} language={found.about.language} />
            </div>
          </Section>
        </div>
      </ClientWords>
    </Page>
  );
}
