import { expect, test } from "vitest";

import { changeCourseDiscussion, getCourseDiscussion } from "@/lib/courses/discussion";
import { Forbidden, Invalid, NotFound } from "@/lib/errors";
import { archive, openClassroom } from "../../support/classroom";

test("an instructor says how people write in the course, and tags are written one way", async () => {
  const { course, instructor, assistant, author, stranger } = await openClassroom();
  const tags = ["#Style", "style", "Week 3".replace(" ", "-")];
  await changeCourseDiscussion(instructor.id, course.id, { tagsOnly: true, tags });
  const changed = await changeCourseDiscussion(instructor.id, course.id, { holdsFirstPosts: true });
  expect(changed).toEqual({ tagsOnly: true, holdsFirstPosts: true, tags: ["style", "week-3"] });
  expect(await getCourseDiscussion(assistant.id, course.id)).toEqual(changed);
  await expect(getCourseDiscussion(author.id, course.id)).rejects.toThrow(Forbidden);
  for (const { id } of [assistant, author]) {
    const changing = changeCourseDiscussion(id, course.id, { tagsOnly: false });
    await expect(changing).rejects.toThrow(Forbidden);
  }
  const fromOutside = changeCourseDiscussion(stranger.id, course.id, { tagsOnly: false });
  await expect(fromOutside).rejects.toThrow(NotFound);
  const wrong = changeCourseDiscussion(instructor.id, course.id, { tags: ["two words"] });
  await expect(wrong).rejects.toThrow(Invalid);
  await archive(course.id);
  const late = changeCourseDiscussion(instructor.id, course.id, { tagsOnly: false });
  await expect(late).rejects.toThrow(Forbidden);
});
