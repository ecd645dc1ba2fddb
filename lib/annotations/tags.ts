import "server-only";

import { getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { readableBy, wordsReadableBy } from "./policy";
import type { TagsQuery } from "./schema";

/** A tag that one may want to use. */
export interface TagView {
  name: string;
  /** It is one of those that the course offers. */
  isOfCourse: boolean;
  /** The comments with it that the viewer can read. */
  commentCount: number;
}

const SHOWN_AT_MOST = 20;

/**
 * The tags that begin with what is typed: those of the course, and those in use in the assignment,
 * as far as the viewer can read where they stand.
 *
 * @throws NotFound
 */
export async function listTags(
  userId: string,
  assignmentId: string,
  { q }: TagsQuery,
): Promise<{ tags: TagView[]; tagsOnly: boolean }> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  const name = { startsWith: q.replace(/^#/, "").toLowerCase() };
  const [course, used] = await Promise.all([
    db.course.findUniqueOrThrow({
      where: { id: viewer.courseId },
      select: {
        tagsOnly: true,
        tags: { where: { name }, orderBy: { name: "asc" }, take: SHOWN_AT_MOST },
      },
    }),
    db.commentTag.groupBy({
      by: ["name"],
      where: {
        ...{ assignmentId, name },
        comment: { annotation: readableBy(viewer), ...wordsReadableBy(viewer) },
      },
      _count: true,
      orderBy: [{ _count: { name: "desc" } }, { name: "asc" }],
      take: SHOWN_AT_MOST,
    }),
  ]);
  const counts = new Map(used.map((each) => [each.name, each._count]));
  const own = new Set(course.tags.map((tag) => tag.name));
  const names = [...own, ...(course.tagsOnly ? [] : counts.keys())];
  const tags = [...new Set(names)].slice(0, SHOWN_AT_MOST).map((each) => ({
    name: each,
    isOfCourse: own.has(each),
    commentCount: counts.get(each) ?? 0,
  }));
  return { tags, tagsOnly: course.tagsOnly };
}
