import { readFile } from "node:fs/promises";

import { annotate } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, test } from "./support/test";

test("a course is archived, copied for the next term, and opened again", async ({
  classroom,
  signIn,
}) => {
  const { course, assignment } = classroom;
  const ben = await classroom.enrol("Ben");
  const grace = await classroom.enrol("Grace", "INSTRUCTOR");
  await annotate(ben.id, assignment, "brown fox", { says: "A student's words." });
  await annotate(grace.id, assignment, "lazy dog", { says: "Read this twice." });
  const reader = await classroom.open(ben);
  const page = await signIn(grace);
  await page.goto(`/courses/${course.id}/settings`);
  await expectNoViolations(page, "the settings of a course");
  await page.getByRole("button", { name: "Archive the course" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Archive the course" }).click();
  await expect(page.getByText("This course is archived.")).toBeVisible();
  // Ben has the reading open, and can write there no more.
  const thread = reader.getByRole("article", { name: "Thread on “brown fox”" });
  await thread.click();
  await expect(thread.getByRole("button", { name: "Reply" })).toHaveCount(0);

  const begun = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export the course" }).click();
  const zip = await readFile((await (await begun).path()) ?? "");
  // The signature of a local file header (PKWARE APPNOTE, 4.3.7), and words that are stored as they are.
  expect(zip.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
  expect(zip.toString("utf8")).toContain("A student's words.");

  await page.getByRole("button", { name: "Copy this course" }).click();
  await expect(page.getByText("One reading, 0 groups and 0 tags come along.")).toBeVisible();
  await expectNoViolations(page, "the copy of a course");
  await page.getByRole("textbox", { name: "Title of the new course" }).fill("Fables again");
  await page.getByRole("button", { name: "Make the course" }).click();
  await expect(page.getByRole("heading", { name: "Fables again" })).toBeVisible();
  await page.getByRole("link", { name: assignment.title }).click();
  await expect(page.getByRole("article", { name: "Thread on “lazy dog”" })).toBeVisible();
  await expect(page.getByRole("article", { name: "Thread on “brown fox”" })).toHaveCount(0);

  await page.goto(`/courses/${course.id}/settings`);
  await page.getByRole("button", { name: "Open the course again" }).click();
  await expect(page.getByText("This course is archived.")).toHaveCount(0);
  await expect(thread.getByRole("button", { name: "Reply" })).toBeVisible();
});
