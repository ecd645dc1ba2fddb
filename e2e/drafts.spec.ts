import type { Page } from "@playwright/test";

import { db } from "@/lib/db";
import { annotate } from "../tests/support/factories";
import { expect, selectText, test, untilLive } from "./support/test";

const unfinished = (page: Page) => page.getByRole("region", { name: "Unfinished" });
const field = (page: Page, name: string) => page.getByRole("textbox", { name });

test("what one device began another goes on with, and posts for both", async ({ classroom }) => {
  const member = await classroom.enrol("Ada");
  const where = { assignmentId: classroom.assignment.id };
  const desk = await classroom.open(member);
  await selectText(desk, "lazy dog");
  await desk.keyboard.press("c");
  await expect(field(desk, "New comment")).toBeFocused();
  await desk.keyboard.type("Begun at the desk");
  await expect.poll(() => db.draft.count({ where })).toBe(1);

  const phone = await classroom.open(member, { viewport: { width: 390, height: 844 } });
  await phone.getByRole("button", { name: /Discussion/ }).click();
  await expect(unfinished(phone)).toContainText("Begun at the desk");
  await unfinished(phone).getByRole("button", { name: "Continue" }).click();
  await expect(field(phone, "New comment")).toHaveText("Begun at the desk");
  await phone.getByRole("button", { name: "Post" }).click();
  await expect.poll(() => db.comment.count({ where })).toBe(1);
  await expect.poll(() => db.draft.count({ where })).toBe(0);

  await desk.reload();
  await expect(desk.getByRole("article", { name: "Thread on “lazy dog”" })).toBeVisible();
  await untilLive(desk);
  await expect(unfinished(desk)).toBeHidden();
});

test("two devices that write at one place keep both", async ({ classroom }) => {
  const member = await classroom.enrol("Ada");
  const { id } = await annotate(member.id, classroom.assignment, "lazy dog", { says: "Lazy?" });
  const where = { assignmentId: classroom.assignment.id };
  const [desk, train] = [await classroom.open(member), await classroom.open(member)];
  for (const page of [desk, train]) {
    await untilLive(page);
    await page.locator(`[data-annotation-id="${id}"]`).click();
    await page.keyboard.press("r");
    await expect(field(page, "Reply")).toBeFocused();
  }
  await desk.keyboard.type("From the desk");
  await expect.poll(() => db.draft.count({ where })).toBe(1);
  await train.keyboard.type("From the train");
  const composer = train.getByRole("form", { name: "Reply" });
  await expect(composer.getByRole("status")).toContainText("From the desk");
  await expect(field(train, "Reply")).toHaveText("From the train");
  expect(await db.draft.count({ where })).toBe(2);
  await composer.getByRole("button", { name: "Keep for later" }).click();
  await expect(unfinished(train)).toContainText("From the desk");
  await expect(unfinished(train)).toContainText("From the train");
});

test("signing out leaves nothing in the browser, and asks where something is nowhere else", async ({
  classroom,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/);
  const member = await classroom.enrol("Ada");
  const where = { assignmentId: classroom.assignment.id };
  const ada = await classroom.open(member);
  await ada.route("**/drafts?*", (route) => route.abort());
  await selectText(ada, "lazy dog");
  await ada.keyboard.press("c");
  await expect(field(ada, "New comment")).toBeFocused();
  await ada.keyboard.type("Not to be lost");
  const signOut = async () => {
    await ada.getByRole("button", { name: "Account of Ada" }).click();
    await ada.getByRole("menuitem", { name: "Sign out", exact: true }).click();
  };
  await signOut();
  const question = ada.getByRole("alertdialog");
  await expect(question).toContainText("in this browser only");
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(question).toBeHidden();
  await ada.unroute("**/drafts?*");
  await signOut();
  await expect(ada.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  expect(await db.draft.count({ where })).toBe(1);
  expect(await ada.evaluate(() => JSON.stringify(localStorage))).not.toContain("Not to be lost");
});
