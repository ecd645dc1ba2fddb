import { expect, test } from "vitest";

import { findForPalette } from "@/lib/search/palette";
import { openClassroom } from "../../support/classroom";
import { annotate } from "../../support/factories";

test("what is typed so far finds words that go on, of every sort that one may see", async () => {
  const { author, stranger, assignment, course } = await openClassroom();
  await annotate(author.id, assignment, "lazy dog", { says: "A photosynthetic fox" });
  expect(await findForPalette(author, "photosyn")).toMatchObject({
    posts: [{ words: { text: "A photosynthetic fox" } }],
  });
  expect(await findForPalette(author, "be")).toMatchObject({ people: [{ name: { text: "Ben" } }] });
  expect(await findForPalette(author, "natur")).toMatchObject({ courses: [{ id: course.id }] });
  expect(await findForPalette(author, "the fo")).toMatchObject({
    readings: [{ id: assignment.id }],
  });
  expect(await findForPalette(stranger, "photosyn")).toMatchObject({ posts: [], readings: [] });
});

test("before anything is typed one's courses are there", async () => {
  const { author, nobody, course } = await openClassroom();
  const nothing = { readings: [], people: [], posts: [] };
  const courses = [{ id: course.id, title: course.title, term: course.term }];
  expect(await findForPalette(author, " ")).toEqual({ courses, ...nothing });
  expect(await findForPalette(nobody, "")).toEqual({ courses: [], ...nothing });
});
