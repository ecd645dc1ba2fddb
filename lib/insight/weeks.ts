import "server-only";

import { Temporal } from "temporal-polyfill";

import { db } from "@/lib/db";
import { IS_SAID, IS_SHARED } from "./counts";
import type { Week } from "./present";

/** A year: no course is looked back on further. */
const WEEKS_AT_MOST = 53;

/**
 * Posts of a course by the weeks of its own calendar, from the first to the last week with any, the
 * weeks of silence between them included; the latest year of them.
 */
export async function countWeeks(courseId: string): Promise<Week[]> {
  const rows = await db.$queryRaw<Week[]>`
    SELECT to_char(date_trunc('week', comment.created_at AT TIME ZONE course.time_zone), 'YYYY-MM-DD') AS monday,
      count(*)::int AS posts, count(DISTINCT comment.author_id)::int AS voices
    FROM course
    JOIN assignment ON assignment.course_id = course.id
    JOIN comment ON comment.assignment_id = assignment.id
    JOIN annotation ON annotation.id = comment.annotation_id
    WHERE course.id = ${courseId}::uuid AND ${IS_SHARED} AND ${IS_SAID}
    GROUP BY 1 ORDER BY 1 DESC
    LIMIT ${WEEKS_AT_MOST}`;
  const counted = new Map(rows.map((week) => [week.monday, week]));
  const [last, first] = [rows[0]?.monday, rows.at(-1)?.monday];
  if (!last || !first) return [];
  const weeks: Week[] = [];
  let day = Temporal.PlainDate.from(last);
  const earliest = Temporal.PlainDate.from(first);
  while (Temporal.PlainDate.compare(day, earliest) >= 0 && weeks.length < WEEKS_AT_MOST) {
    const monday = day.toString();
    weeks.unshift(counted.get(monday) ?? { monday, posts: 0, voices: 0 });
    day = day.subtract({ weeks: 1 });
  }
  return weeks;
}
