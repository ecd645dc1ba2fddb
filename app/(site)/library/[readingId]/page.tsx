import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";

import { ReadingMargin } from "@/components/library/reading-margin";
import { ReadingText } from "@/components/library/reading-text";
import { Crumbs } from "@/components/shell/crumbs";
import { Page } from "@/components/shell/page";
import { listUses } from "@/lib/assignments/queries";
import { requireUser } from "@/lib/auth/session";
import { listMyCourses } from "@/lib/courses/queries";
import { getReading } from "@/lib/readings/queries";
import { readingParams } from "@/lib/readings/schema";
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
  const [uses, courses] = await Promise.all([
    listUses(user.id, reading.id),
    listMyCourses(user.id),
  ]);
  const t = await getTranslations("library");
  return (
    <Page
      above={<Crumbs crumbs={[{ href: "/library", label: t("title") }]} />}
      title={reading.title}
      lead={reading.author}
      margin={
        <ReadingMargin
          reading={reading}
          uses={uses}
          courses={courses.filter(({ can }) => can.assign)}
          zone={user.timeZone}
        />
      }
    >
      <article aria-label={reading.title}>
        <ReadingText html={reading.html} language={reading.language} />
      </article>
    </Page>
  );
}
