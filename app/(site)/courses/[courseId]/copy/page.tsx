import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { CopyForm } from "@/components/course/copy-form";
import { load } from "@/lib/server/page";
import { getCopySource } from "@/lib/terms/queries";
import { loadCourse } from "../load-course";
import { copyCourseAction } from "./actions";

type Props = PageProps<"/courses/[courseId]/copy">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadCourse((await params).courseId);
  return { title: (await getTranslations("copy"))("heading", { title: course.title }) };
}

export default async function CopyCoursePage({ params }: Props) {
  const { user, course } = await loadCourse((await params).courseId);
  if (!course.can.copy) notFound();
  const source = await load(() => getCopySource(user.id, course.id));
  const t = await getTranslations("copy");
  return (
    <div className="mt-8 max-w-2xl md:mt-10">
      <h2 className="font-serif text-xl wrap-anywhere">{t("heading", { title: source.title })}</h2>
      <p className="mt-2 text-soft">
        {t("lead", {
          assignments: source.assignmentCount,
          groups: source.groupCount,
          tags: source.tagCount,
        })}
      </p>
      <CopyForm source={source} action={copyCourseAction} />
    </div>
  );
}
