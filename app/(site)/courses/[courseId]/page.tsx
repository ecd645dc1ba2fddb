import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { CourseReadings } from "@/components/course/course-readings";
import { Columns } from "@/components/shell/page";
import { GoButton } from "@/components/ui/go-button";
import { listActivity } from "@/lib/annotations/activity";
import { listAssignments } from "@/lib/assignments/queries";
import { loadCourse } from "./load-course";

type Props = PageProps<"/courses/[courseId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadCourse((await params).courseId);
  return { title: course.title };
}

export default async function CoursePage({ params }: Props) {
  const { user, course } = await loadCourse((await params).courseId);
  const t = await getTranslations("course");
  const cards = await listAssignments(user.id, course.id);
  const ids = cards.map(({ id }) => id);
  const activity = await listActivity(user.id, ids);
  const readings = cards.map((card) => ({
    ...card,
    ...(activity[card.id] ?? { newCount: 0, myCount: 0, annotationCount: 0 }),
  }));
  const assign = course.can.assign && (
    <GoButton to={`/courses/${course.id}/assign`} variant="primary">
      {t("assign")}
    </GoButton>
  );
  return (
    <Columns>
      {assign && readings.length > 0 && <div className="mb-6 flex justify-end">{assign}</div>}
      <CourseReadings
        readings={readings}
        zone={user.timeZone}
        now={new Date().toISOString()}
        assign={assign}
      />
    </Columns>
  );
}
