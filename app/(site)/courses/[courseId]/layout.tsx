import type { Route } from "next";
import { getTranslations } from "next-intl/server";

import { Crumbs } from "@/components/shell/crumbs";
import { Tabs } from "@/components/ui/tabs";
import { loadCourse } from "./load-course";

export default async function CourseLayout({
  params,
  children,
}: LayoutProps<"/courses/[courseId]">) {
  const { course } = await loadCourse((await params).courseId);
  const t = await getTranslations("course");
  const shell = await getTranslations("shell");
  const here = `/courses/${course.id}`;
  return (
    <div className="mx-auto w-full max-w-[66rem] px-4 pt-8 pb-24 md:px-8 md:pt-10">
      <Crumbs crumbs={[{ href: "/home", label: shell("home") }]} />
      <h1 className="mt-2 font-serif text-2xl font-medium wrap-anywhere md:text-3xl">
        {course.title}
      </h1>
      {course.term && <p className="mt-1 text-soft wrap-anywhere">{course.term}</p>}
      <div className="mt-5 border-b border-rule">
        <Tabs
          label={t("tabs")}
          tabs={[
            { href: here as Route, label: t("readings") },
            ...(course.can.seePeople
              ? [{ href: `${here}/people` as Route, label: t("people") }]
              : []),
            ...(course.can.manageGroups
              ? [{ href: `${here}/groups` as Route, label: t("groups") }]
              : []),
            ...(course.can.seeInsights
              ? [{ href: `${here}/insights` as Route, label: t("insights") }]
              : []),
            ...(course.can.seeModeration
              ? [{ href: `${here}/moderation` as Route, label: t("moderation") }]
              : []),
            ...(course.can.edit
              ? [{ href: `${here}/settings` as Route, label: t("settings") }]
              : []),
          ]}
        />
      </div>
      {course.isArchived && (
        <p className="mt-6 border-s-2 border-edge ps-4 text-sm text-soft">{t("archived")}</p>
      )}
      {children}
    </div>
  );
}
