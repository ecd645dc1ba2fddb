import { readFile } from "node:fs/promises";

import { createUser } from "../tests/support/factories";
import { expect, selectText, test } from "./support/test";

test("an instructor assigns the article, and two students who joined by code talk about it", async ({
  signIn,
}) => {
  const instructor = await signIn(await createUser({ name: "Dr. Okafor" }));
  const article = await readFile("content/cpc-international-exchanges.md", "utf8");

  await instructor.goto("/home");
  await instructor.getByRole("button", { name: "Create a course" }).click();
  await instructor.getByLabel("Title").fill("World Politics");
  await instructor.getByRole("button", { name: "Create", exact: true }).click();
  await expect(instructor.getByRole("heading", { name: "World Politics" })).toBeVisible();

  await instructor.getByRole("link", { name: "Library" }).click();
  await instructor.getByRole("button", { name: "Add a reading" }).click();
  await instructor.getByLabel("Title").fill("International Exchanges");
  await instructor.getByLabel("Author").fill("Chen Fengxiang");
  await instructor.getByLabel("Text").fill(article);
  await expect(instructor.getByText("First and foremost").first()).toBeVisible();
  await instructor.getByLabel("Right to use").selectOption("I have permission");
  await instructor.getByRole("button", { name: "Add", exact: true }).click();
  await expect(instructor.getByRole("article", { name: "International Exchanges" })).toBeVisible();
  await instructor.goto("/library/new");
  await expect(instructor.getByLabel("Title")).toHaveValue("");
  await instructor.goBack();

  await instructor.getByRole("link", { name: "World Politics" }).click();
  await expect(instructor.getByLabel("Reading", { exact: true })).not.toHaveValue("");
  await instructor.getByLabel("Instructions").fill("Leave one question.");
  await instructor.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(instructor.getByRole("link", { name: "International Exchanges" })).toBeVisible();

  await instructor.getByRole("link", { name: "People" }).click();
  const code = await instructor.getByText(/^[0-9A-Z]{8}$/).textContent();

  const ada = await signIn(await createUser({ name: "Ada" }));
  await ada.goto("/home");
  await ada.getByRole("button", { name: "Join a course" }).click();
  await ada.getByLabel("Join code").fill(code ?? "");
  await ada.getByRole("button", { name: "Join", exact: true }).click();

  const ben = await signIn(await createUser({ name: "Ben" }));
  await ben.goto(`/join/${code}`);
  await ben.getByRole("button", { name: "Join" }).click();

  for (const student of [ada, ben]) {
    await expect(student.getByRole("heading", { name: "World Politics" })).toBeVisible();
    await student.getByRole("link", { name: "International Exchanges" }).click();
    await expect(student.getByText("Leave one question.")).toBeVisible();
  }

  await selectText(ada, "mutual benefit and win-win result");
  await ada
    .getByRole("toolbar", { name: "Annotate" })
    .getByRole("button", { name: "Question" })
    .click();
  const composer = ada.getByRole("form", { name: "New comment" });
  await composer.getByRole("textbox", { name: "New comment" }).fill("Whose benefit?");
  await composer.getByRole("button", { name: "Post" }).click();

  const thread = ben.getByRole("article", { name: /Thread on “mutual benefit/ });
  await expect(thread).toContainText("Whose benefit?");
  await thread.click();
  await thread.getByRole("button", { name: "Reply" }).click();
  await ben.getByRole("textbox", { name: "Reply" }).fill("Both sides', it says.");
  await ben.getByRole("form", { name: "Reply" }).getByRole("button", { name: "Reply" }).click();

  const answer = ada.getByRole("article", { name: /Thread on “mutual benefit/ });
  await expect(answer).toContainText("Both sides', it says.");
  await answer.getByRole("button", { name: "Mark as answered" }).click();
  await expect(thread).toContainText("Answered");
});

test("a join link survives signing up on the way", async ({ page, classroom }) => {
  await page.goto(`/join/${classroom.course.joinCode}`);
  await page.getByRole("link", { name: /account/i }).click();
  await page.getByLabel("Name").fill("Grace Hopper");
  await page.getByLabel("Email").fill(`${crypto.randomUUID()}@example.edu`);
  await page.getByLabel("Password").fill("a bug in the relay");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("heading", { name: classroom.course.title })).toBeVisible();
});

test("a reading that is too long is refused with the reason, and nothing typed is lost", async ({
  signIn,
}) => {
  const page = await signIn(await createUser());
  await page.goto("/library/new");
  await page.getByLabel("Title").fill("Endless");
  test.slow();
  // As a paste does it: typed in by the test, so much text would take a minute.
  const text = page.getByLabel("Text");
  await text.evaluate((field: HTMLTextAreaElement) => {
    field.value = "word ".repeat(1_100_000);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await page.getByLabel("Right to use").selectOption("I wrote it");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("A reading may hold 5 MB of text at most.").first()).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Endless");
  expect(await text.evaluate((field: HTMLTextAreaElement) => field.value.length)).toBe(5_500_000);
});
