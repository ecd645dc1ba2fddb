import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";

import type { AssignmentRow } from "@/lib/insight/present";
import { BarCell } from "./bar-cell";

/** A course's assignments: who has begun each, what is said there, and what is open. */
export function AssignmentTable({ courseId, people, assignments }: AssignmentTableProps) {
  const t = useTranslations("insight");
  const most = Math.max(0, ...assignments.map(({ posts }) => posts));
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t("assignments")}</caption>
      <thead className="text-xs text-soft">
        <tr className="border-b border-rule">
          <th scope="col" className="py-2 text-start font-medium">
            {t("reading")}
          </th>
          <th scope="col" className="py-2 ps-3 text-start font-medium">
            {t("posts")}
          </th>
          <th scope="col" className="py-2 ps-3 text-end font-medium">
            {t("begun")}
          </th>
          <th scope="col" className="py-2 ps-3 text-end font-medium whitespace-nowrap">
            {t("open")}
          </th>
        </tr>
      </thead>
      <tbody>
        {assignments.map(({ id, title, posts, begun, open }) => (
          <tr key={id} className="border-b border-rule">
            <th scope="row" className="py-2.5 text-start font-serif text-base font-normal">
              <Link
                href={`/courses/${courseId}/insights/${id}` as Route}
                className="wrap-anywhere underline decoration-rule underline-offset-2 hover:text-accent hover:decoration-accent"
              >
                {title}
              </Link>
            </th>
            <BarCell value={posts} most={most} />
            <td className="py-2.5 ps-3 text-end whitespace-nowrap tabular-nums">
              {t("share", { begun, people })}
            </td>
            <td className="py-2.5 ps-3 text-end font-semibold text-accent tabular-nums">
              {open || ""}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface AssignmentTableProps {
  courseId: string;
  /** Students of the course. */
  people: number;
  assignments: AssignmentRow[];
}
