import type { Metadata, Route } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

import { Gradebook } from "@/components/participation/gradebook";
import { ReleaseForm } from "@/components/participation/release-form";
import { ClientWords } from "@/components/shell/client-words";
import { Columns } from "@/components/shell/page";
import { Section } from "@/components/shell/section";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { listOpenContests } from "@/lib/participation/contests";
import { getGradebook } from "@/lib/participation/gradebook";
import { load } from "@/lib/server/page";
import { loadCourse } from "../load-course";
import { releaseScoresAction } from "./actions";

type Props = PageProps<"/courses/[courseId]/gradebook">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadCourse((await params).courseId);
  return { title: (await getTranslations("gradebook"))("title", { course: course.title }) };
}

export default async function GradebookPage({ params }: Props) {
  const { user, course } = await loadCourse((await params).courseId);
  const [view, contests] = await load(() =>
    Promise.all([getGradebook(user.id, course.id), listOpenContests(user.id, course.id)]),
  );
  const t = await getTranslations("gradebook");
  const here = `/courses/${course.id}/gradebook`;
  if (view.assignments.length === 0 || view.students.length === 0) {
    const what = view.assignments.length === 0 ? "Assignments" : "Students";
    return (
      <Columns>
        <h2 className="sr-only">{t("heading")}</h2>
        <EmptyState title={t(`empty${what}`)}>{t(`empty${what}Text`)}</EmptyState>
      </Columns>
    );
  }
  return (
    <Columns>
      <h2 className="sr-only">{t("heading")}</h2>
      {contests.length > 0 && (
        <Section title={t("contests")} aside={contests.length} className="mb-8 max-w-2xl">
          <ul className="text-sm">
            {contests.map(({ id, name, title, reason, assignmentId, userId }) => (
              <li key={id} className="border-b border-rule py-2.5">
                <Link
                  href={`${here}/${assignmentId}/${userId}#contests` as Route}
                  className="prose-link wrap-anywhere"
                >
                  {t("contestBy", { name, title })}
                </Link>
                <p className="line-clamp-2 text-soft wrap-anywhere">{reason}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ClientWords only={["gradebook"]}>
        <Gradebook courseId={course.id} view={view} />
      </ClientWords>
      {view.canGrade && (
        <div className="mt-12 space-y-8">
          <ReleaseForm action={releaseScoresAction} view={view} />
          <LinkButton href={`${here}/import` as Route}>{t("import")}</LinkButton>
        </div>
      )}
    </Columns>
  );
}
