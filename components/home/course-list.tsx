import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Section } from "@/components/shell/section";
import { Badge } from "@/components/ui/badge";
import type { CourseView } from "@/lib/courses/present";

/** The courses a person is in, and the ways into another. */
export function CourseList({ courses, doors }: { courses: CourseView[]; doors: ReactNode }) {
  const t = useTranslations("home");
  return (
    <Section title={t("courses")}>
      <ul>
        {courses.map((course) => (
          <li key={course.id} className="border-b border-rule py-3">
            <Link
              href={`/courses/${course.id}`}
              className="font-serif text-lg leading-6 hover:text-accent wrap-anywhere"
            >
              {course.title}
            </Link>
            <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-soft">
              {course.term && <span className="wrap-anywhere">{course.term}</span>}
              <span>{t("coursesMeta", { role: course.role })}</span>
              {course.isArchived && <Badge>{t("archived")}</Badge>}
            </p>
          </li>
        ))}
      </ul>
      <div className="mt-5 flex flex-wrap gap-3">{doors}</div>
    </Section>
  );
}
