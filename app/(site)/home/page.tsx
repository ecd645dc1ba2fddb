import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { createCourseAction } from "@/app/(site)/courses/new/actions";
import { joinCourseAction } from "@/app/(site)/join/actions";
import { CourseDoors } from "@/components/home/course-doors";
import { CourseList } from "@/components/home/course-list";
import { DueList } from "@/components/home/due-list";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { listActivity } from "@/lib/annotations/activity";
import { listUpcoming } from "@/lib/assignments/queries";
import { requireUser } from "@/lib/auth/session";
import { listMyCourses } from "@/lib/courses/queries";
import { load } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

export default async function HomePage() {
  const { user, courses, readings } = await load(readHome);
  const t = await getTranslations("home");
  const doors = (
    <CourseDoors join={joinCourseAction} create={createCourseAction} timeZone={user.timeZone} />
  );
  if (courses.length === 0) {
    return (
      <Page title={t("courses")}>
        <EmptyState title={t("noCourses")} actions={doors}>
          {t("noCoursesText")}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t("heading")} margin={<CourseList courses={courses} doors={doors} />}>
      <DueList readings={readings} zone={user.timeZone} now={new Date().toISOString()} />
    </Page>
  );
}

async function readHome() {
  const user = await requireUser();
  const [courses, cards] = await Promise.all([listMyCourses(user.id), listUpcoming(user.id)]);
  const ids = cards.map(({ id }) => id);
  const activity = await listActivity(user.id, ids);
  const readings = cards.map((card) => ({ ...card, newCount: activity[card.id]?.newCount ?? 0 }));
  return { user, courses, readings };
}
