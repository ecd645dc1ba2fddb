import { expect, test } from "./support/test";

test("an instructor changes a role, removes a person, lets them back in and replaces the code", async ({
  classroom,
  signIn,
}) => {
  const { course } = classroom;
  const instructor = await classroom.enrol("Dr. Okafor", "INSTRUCTOR");
  await classroom.enrol("Ada");
  const page = await signIn(instructor);
  await page.goto(`/courses/${course.id}/people`);
  const ada = page.getByRole("listitem").filter({ hasText: "Ada" }).first();
  await expect(ada).toContainText("Student");

  await page.locator("summary", { hasText: "Manage Ada" }).click();
  await page.getByRole("combobox", { name: "Role" }).selectOption("ASSISTANT");
  await page.getByRole("button", { name: "Change role" }).click();
  await expect(page.getByText("The role was changed.")).toBeVisible();
  await expect(ada).toContainText("Assistant");

  await page.getByRole("button", { name: "Remove from the course" }).click();
  const question = page.getByRole("alertdialog", { name: "Remove Ada?" });
  await question.getByRole("button", { name: "Remove from the course" }).click();
  await expect(page.getByText("Removed. Their access has ended.")).toBeVisible();
  await expect(page.getByText("1 person")).toBeVisible();
  await page.getByRole("button", { name: "Let Ada back in" }).click();
  await expect(page.getByText("2 people")).toBeVisible();

  await expect(page.getByText(course.joinCode, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Replace the code" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Replace the code" }).click();
  await expect(page.getByText("The course has a new join code.")).toBeVisible();
  await expect(page.getByText(course.joinCode, { exact: true })).toHaveCount(0);
});

test("the last instructor cannot leave, and is told what to do first", async ({
  classroom,
  signIn,
}) => {
  const page = await signIn(await classroom.enrol("Dr. Okafor", "INSTRUCTOR"));
  await page.goto(`/courses/${classroom.course.id}/people`);
  await page.getByRole("button", { name: "Leave this course" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Leave this course" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "A course needs an instructor.",
  );
});

test("an assignment stays out of sight until it opens", async ({ classroom, signIn }) => {
  const { course } = classroom;
  const page = await signIn(await classroom.enrol("Dr. Okafor", "INSTRUCTOR"));
  await page.goto("/library/new");
  await page.getByLabel("Title").fill("Tomorrow's text");
  await page.getByLabel("Text").fill("Words for tomorrow.");
  await page.getByLabel("Right to use").selectOption("I wrote it");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("link", { name: course.title }).click();
  await page.getByLabel("Opens").fill("2100-01-01T09:00");
  await page.getByLabel("Due").fill("2100-01-01T08:00");
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "The due date must come after the opening date.",
  );
  await page.getByLabel("Due").fill("2100-01-08T23:59");
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(page.getByRole("link", { name: "Tomorrow's text" })).toBeVisible();

  const ada = await signIn(await classroom.enrol("Ada"));
  for (const path of ["/home", `/courses/${course.id}`]) {
    await ada.goto(path);
    await expect(ada.getByRole("link", { name: "The Fox and the Dog" })).toBeVisible();
    await expect(ada.getByText("Tomorrow's text")).toHaveCount(0);
  }
});
