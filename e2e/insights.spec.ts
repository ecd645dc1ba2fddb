import { annotate, reply } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, test } from "./support/test";

test("an instructor sees where the class talks and what is open, while it comes in", async ({
  classroom,
  signIn,
}) => {
  const { course, assignment } = classroom;
  const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  await classroom.enrol("María Fernanda Goicoechea Etxeberría de la Torre y Vélez-Malagón");
  const thread = await annotate(ada.id, assignment, "brown fox", {
    says: "Why brown?",
    kind: "QUESTION",
  });
  const page = await signIn(await classroom.enrol("Grace", "INSTRUCTOR"));
  await page.goto(`/courses/${course.id}`);
  await page.getByRole("link", { name: "Insights" }).click();
  await expect(page.getByRole("row", { name: new RegExp(assignment.title) })).toContainText(
    "1 of 3",
  );
  await expectNoViolations(page, "the insights of a course");

  await page.getByRole("link", { name: assignment.title }).click();
  await expect(page.getByText("2 students have not written anything")).toBeVisible();
  const question = page.getByRole("listitem").filter({ hasText: "Why brown?" });
  await expect(question).toContainText("no reply");
  await expectNoViolations(page, "the insights of an assignment");
  await reply(ben.id, thread.id, "It is autumn.");
  await expect(question).toContainText("one reply");
  await expect(page.getByText("One student has not written anything")).toBeVisible();

  await page.getByRole("button", { name: "Remind this student" }).click();
  const window = page.getByRole("alertdialog", { name: "Send a reminder by mail?" });
  await expect(window).toContainText("open the text, mark one passage");
  await expectNoViolations(page, "the reminder");
  await window.getByRole("button", { name: "Send it" }).click();
  await expect(page.getByText("Those who have not begun were reminded today.")).toBeVisible();

  await page.getByRole("button", { name: "Brief before class" }).click();
  await expect(page.getByText("2 of 3 have begun · 2 posts · one open question")).toBeVisible();
  await expectNoViolations(page, "the brief");
  const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type \/Page\b/g);
  expect(pages).toHaveLength(1);

  await page.getByRole("link", { name: "brown fox" }).first().click();
  await expect(page.getByRole("article", { name: "Thread on “brown fox”" })).toBeFocused();
});

test("students find no insights", async ({ classroom, complaints, signIn }) => {
  complaints.expect(/404/);
  const page = await signIn(await classroom.enrol("Ada"));
  await page.goto(`/courses/${classroom.course.id}`);
  await expect(page.getByRole("link", { name: "People" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Insights" })).toHaveCount(0);
  for (const path of ["", `/${classroom.assignment.id}`, `/${classroom.assignment.id}/brief`]) {
    const answer = await page.goto(`/courses/${classroom.course.id}/insights${path}`);
    expect(answer?.status()).toBe(404);
  }
});
