import type { Page } from "@playwright/test";

import { annotate } from "../tests/support/factories";
import { expect, test } from "./support/test";

const toolbarOf = (page: Page) => page.getByRole("toolbar", { name: "Annotate" });

test("clicked twice a word is picked, three times its paragraph, and white space is refused", async ({
  classroom,
}) => {
  const ada = await classroom.join("Ada");
  const paragraph = ada.locator("article .ProseMirror p").first();
  await paragraph.dblclick({ position: { x: 60, y: 12 } });
  await expect(toolbarOf(ada)).toBeVisible();
  await paragraph.click({ clickCount: 3, position: { x: 60, y: 12 } });
  await ada.keyboard.press("h");
  await expect(ada.locator("mark[data-annotations]")).toHaveText(
    "The quick brown fox jumps over the lazy dog.",
  );
  // One sentence at a time is said, and the next takes its place.
  await expect(ada.getByRole("status").filter({ hasText: "Saved" })).toBeAttached();

  await ada.evaluate(() => {
    const words = document.querySelectorAll(".ProseMirror p")[1]?.firstChild;
    if (words) document.getSelection()?.setBaseAndExtent(words, 1, words, 2);
  });
  await expect(
    ada.getByRole("status").filter({ hasText: "Select some words first." }),
  ).toBeAttached();
  await expect(toolbarOf(ada)).toHaveCount(0);
});

test("a passage that is too long is refused before it is sent, with the reason", async ({
  classroom,
}) => {
  await classroom.withText("Many words. ".repeat(9_000));
  const ada = await classroom.join("Ada");
  await expect(ada.locator("article .ProseMirror")).toBeVisible();
  await ada.locator(".reader-article").focus();
  await ada.keyboard.press("Control+a");
  await expect(ada.getByText(/characters at most; this one has 107,999/).first()).toBeVisible();
  await ada.keyboard.press("c");
  await expect(ada.getByRole("textbox", { name: "New comment" })).toHaveCount(0);
  await expect(toolbarOf(ada)).toHaveCount(0);
});

test("a crowded place is one link, from which its list is opened", async ({ classroom }) => {
  const ben = await classroom.enrol("Ben");
  for (let at = 0; at < 6; at++) {
    await annotate(ben.id, classroom.assignment, "brown fox", { says: `Why ${at}?` });
  }
  const ada = await classroom.join("Ada");
  const link = ada.getByRole("button", { name: "6 threads here" });
  await link.focus();
  await ada.keyboard.press("Enter");
  const list = ada.getByRole("dialog", { name: "6 threads here" });
  await expect(list.getByRole("button")).toHaveCount(6);
  await ada.keyboard.press("Enter");
  const thread = ada.getByRole("article", { name: "Thread on “brown fox”" });
  await expect(thread.and(ada.locator(":focus"))).toHaveCount(1);
  await ada.getByRole("button", { name: "Back to the text" }).click();
  await expect(link).toBeFocused();
});

test("what a screen reader is told of marks is chosen in the settings", async ({ classroom }) => {
  const ben = await classroom.enrol("Ben");
  await annotate(ben.id, classroom.assignment, "brown fox", { says: "Why?" });
  const ada = await classroom.join("Ada");
  const mark = ada.locator("mark[data-annotations]");
  const told = ada.locator(".reading-text .annotation-link");
  await expect(told).toHaveText(["Comment, 1 comment: "]);
  for (const [level, words] of [
    ["all", ["Comment, 1 comment: ", " (end) "]],
    ["off", []],
  ] as const) {
    await ada.goto("/settings");
    const select = ada.getByLabel("Highlights in a screen reader");
    await select.selectOption(level);
    await ada.goto(`/read/${classroom.assignment.id}`);
    await expect(mark).toBeVisible();
    await expect(told).toHaveText(words);
  }
  await ada.keyboard.press("j");
  await ada.keyboard.press("Escape");
  await expect(ada.locator(".reader-article")).toBeFocused();
});
