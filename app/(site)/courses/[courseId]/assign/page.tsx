import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { AssignForm } from "@/components/course/assign-form";
import { ClientWords } from "@/components/shell/client-words";
import { Section } from "@/components/shell/section";
import { EmptyState } from "@/components/ui/empty-state";
import { GoButton } from "@/components/ui/go-button";
import { getReading, listReadings } from "@/lib/readings/queries";
import { readingParams } from "@/lib/readings/schema";
import { load } from "@/lib/server/page";
import { loadCourse } from "../load-course";
import { assignReadingAction } from "./actions";

type Props = PageProps<"/courses/[courseId]/assign">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assign"))("title") };
}

export default async function AssignPage({ params, searchParams }: Props) {
  const { user, course } = await loadCourse((await params).courseId);
  if (!course.can.assign) notFound();
  const t = await getTranslations("assign");
  const chosen = readingParams.safeParse({ readingId: (await searchParams).reading });
  const { readings, nextCursor } = await load(() => listReadings(user.id));
  const isListed = !chosen.success || readings.some(({ id }) => id === chosen.data.readingId);
  const others = isListed ? [] : [await load(() => getReading(user.id, chosen.data.readingId))];
  return (
    <Section title={t("heading")} className="mt-8 max-w-2xl md:mt-10">
      {readings.length === 0 ? (
        <div className="mt-6">
          <EmptyState
            title={t("noReadings")}
            actions={
              <GoButton to="/library/new" variant="primary">
                {t("add")}
              </GoButton>
            }
          >
            {t("noReadingsText")}
          </EmptyState>
        </div>
      ) : (
        <ClientWords only={["assign"]}>
          <AssignForm
            action={assignReadingAction}
            course={course}
            readings={[...others, ...readings]}
            chosen={chosen.data?.readingId}
            hasMore={nextCursor !== null}
          />
        </ClientWords>
      )}
    </Section>
  );
}
