import "server-only";

import { db } from "@/lib/db";
import { normaliseTag } from "@/lib/editor/nodes/tag";
import { authorize, Invalid } from "@/lib/errors";
import { audit } from "./audit";
import { courseAbilities } from "./policy";
import { getCourseViewer } from "./queries";
import type { ChangeCourseDiscussionInput } from "./schema";

/** How people write in all of a course. */
export interface CourseDiscussion {
  /** Only the course's own tags may be used. */
  tagsOnly: boolean;
  /** A student's posts wait for the staff until they have let one in. */
  holdsFirstPosts: boolean;
  /** The tags that the course offers, in alphabetical order. */
  tags: string[];
}

/** For the staff. @throws NotFound, Forbidden */
export async function getCourseDiscussion(
  userId: string,
  courseId: string,
): Promise<CourseDiscussion> {
  const viewer = await getCourseViewer(userId, courseId);
  authorize(courseAbilities(viewer).seeDiscussion);
  const { tags, ...settings } = await db.course.findUniqueOrThrow({
    where: { id: courseId },
    select: {
      tagsOnly: true,
      holdsFirstPosts: true,
      tags: { select: { name: true }, orderBy: { name: "asc" } },
    },
  });
  return { ...settings, tags: tags.map(({ name }) => name) };
}

/**
 * Changes what is named and leaves the rest; tags replace those that were there. What was written
 * stays as it is.
 *
 * @throws NotFound, Forbidden
 * @throws Invalid for a tag that is none
 */
export async function changeCourseDiscussion(
  userId: string,
  courseId: string,
  { tagsOnly, holdsFirstPosts, tags }: ChangeCourseDiscussionInput,
): Promise<CourseDiscussion> {
  const viewer = await getCourseViewer(userId, courseId);
  authorize(courseAbilities(viewer).editDiscussion);
  const names = tags?.map((typed) => {
    const name = normaliseTag(typed);
    if (name === null) throw new Invalid("tagWrong", { field: "tags", values: { tag: typed } });
    return name;
  });
  const changes = {
    ...(tagsOnly === undefined ? {} : { tagsOnly }),
    ...(holdsFirstPosts === undefined ? {} : { holdsFirstPosts }),
  };
  await db.$transaction(async (tx) => {
    await tx.course.update({ where: { id: courseId }, data: changes, select: { id: true } });
    if (names) {
      await tx.courseTag.deleteMany({ where: { courseId } });
      const data = [...new Set(names)].map((name) => ({ courseId, name }));
      await tx.courseTag.createMany({ data });
    }
    await audit(tx, {
      ...{ actorId: userId, courseId, action: "changeDiscussion", details: changes },
      ...{ targetType: "course", targetId: courseId },
    });
  });
  return getCourseDiscussion(userId, courseId);
}
