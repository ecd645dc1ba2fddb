import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";

import { ReadingMargin } from "@/components/library/reading-margin";
import { ReadingText } from "@/components/library/reading-text";
import { TakedownNotice } from "@/components/library/takedown-notice";
import { RevisionList } from "@/components/revisions/revision-list";
import { Crumbs } from "@/components/shell/crumbs";
import { Page } from "@/components/shell/page";
import { GoButton } from "@/components/ui/go-button";
import { listUses } from "@/lib/assignments/queries";
import { requireUser } from "@/lib/auth/session";
import { listMyCourses } from "@/lib/courses/queries";
import { getReading } from "@/lib/readings/queries";
import { readingParams } from "@/lib/readings/schema";
import { findDraft, listRevisions } from "@/lib/revisions/queries";
import { load } from "@/lib/server/page";

type Props = PageProps<"/library/[readingId]">;

const loadReading = cache((readingId: string) =>
  load(async () => {
    const user = await requireUser();
    const params = readingParams.parse({ readingId });
    return { user, reading: await getReading(user.id, params.readingId) };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reading } = await loadReading((await params).readingId);
  return { title: reading.title };
}

export default async function ReadingPage({ params }: Props) {
  const { user, reading } = await loadReading((await params).readingId);
  const [uses, courses, revisions, draft] = await Promise.all([
    listUses(user.id, reading.id),
    listMyCourses(user.id),
    listRevisions(user.id, reading.id),
    reading.can.edit ? findDraft(user.id, reading.id) : null,
  ]);
  const t = await getTranslations("library");
  return (
    <Page
      above={<Crumbs crumbs={[{ href: "/library", label: t("title") }]} />}
      title={reading.title}
      lead={reading.author}
      actions={
        reading.can.edit ? (
          <>
            <GoButton to={`/library/${reading.id}/manage`} variant="quiet">
              {t("manage")}
            </GoButton>
            <GoButton to={`/library/${reading.id}/replace`} variant="quiet">
              {t("replaceText")}
            </GoButton>
            <GoButton to={`/library/${reading.id}/edit`}>
              {t(draft ? "continueDraft" : "editText")}
            </GoButton>
          </>
        ) : (
          reading.can.manage && (
            <GoButton to={`/library/${reading.id}/manage`} variant="quiet">
              {t("manage")}
            </GoButton>
          )
        )
      }
      margin={
        <div className="space-y-12">
          <ReadingMargin
            reading={reading}
            uses={uses}
            courses={reading.can.assign ? courses.filter(({ can }) => can.assign) : []}
            zone={user.timeZone}
          />
          <RevisionList readingId={reading.id} revisions={revisions} zone={user.timeZone} />
        </div>
      }
    >
      <TakedownNotice reason={reading.takedown} />
      <article aria-label={reading.title}>
        <ReadingText html={reading.html} language={reading.language} />
      </article>
    </Page>
  );
}
