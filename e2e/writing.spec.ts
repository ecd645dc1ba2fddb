import type { Page } from "@playwright/test";
import sharp from "sharp";
import { db } from "@/lib/db";
import { annotate } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, selectText, test } from "./support/test";

const composerOf = (page: Page) => page.getByRole("form", { name: "New comment" });

test("a comment is for whom the assignment says, or for fewer, and an anonymous one names nobody to classmates", async ({
  classroom,
}) => {
  const { course, assignment } = classroom;
  const [member, mate] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  await db.group.create({
    data: {
      ...{ courseId: course.id, name: "Monday", position: 1 },
      memberships: { create: [{ userId: member.id }, { userId: mate.id }] },
    },
  });
  await db.assignment.update({
    where: { id: assignment.id },
    data: { audienceDefault: "GROUP", anonymityAllowed: true, wordMinimum: 3 },
  });
  const ada = await classroom.open(member);
  await selectText(ada, "lazy dog");
  await ada.keyboard.press("c");
  const composer = composerOf(ada);
  const audience = composer.getByRole("combobox", { name: "Audience" });
  await expect(audience.getByRole("option")).toHaveText([
    ...["Only me", "Instructors", "My group", "Course"],
  ]);
  await expect(audience.getByRole("option", { selected: true })).toHaveText("My group");

  await composer.getByRole("textbox").fill("Why lazy?");
  await expect(composer).toContainText("2 of 3 words");
  const anonymous = composer.getByRole("checkbox", { name: "Anonymous to classmates" });
  await expect(anonymous).toHaveAccessibleDescription(/Instructors see yours/);
  await anonymous.check();
  await expect(composer).toContainText("Only 2 students could have written this");
  await expectNoViolations(ada, "a composer with everything");
  await composer.getByRole("button", { name: "Post" }).click();
  const thread = ada.getByRole("article", { name: "Thread on “lazy dog”" });
  await expect(thread).toContainText("Monday");
  await expect
    .poll(() =>
      db.annotation.findFirst({
        select: { audience: true, isAnonymous: true },
        where: { assignmentId: assignment.id },
      }),
    )
    .toEqual({ audience: "GROUP", isAnonymous: true });

  const ben = await classroom.open(mate);
  const seen = ben.getByRole("article", { name: "Thread on “lazy dog”" });
  await expect(seen).toContainText("Why lazy?");
  await expect(seen).not.toContainText("Ada");
});

test("whom a thread is for can be changed afterwards; more people are asked about", async ({
  classroom,
}) => {
  const member = await classroom.enrol("Ada");
  await classroom.enrol("Ben");
  await annotate(member.id, classroom.assignment, "lazy dog", {
    says: "Lazy?",
    audience: "ONLY_ME",
  });
  const ada = await classroom.open(member);
  const thread = ada.getByRole("article", { name: "Thread on “lazy dog”" });
  await thread.click();
  await thread.getByRole("button", { name: "Actions for the comment by Ada" }).click();
  await ada.getByRole("menuitem", { name: "Who sees it…" }).click();
  const dialog = ada.getByRole("dialog", { name: "Who sees this" });
  await dialog.getByRole("combobox", { name: "Audience" }).selectOption("Course");
  await expect(dialog).toContainText("1 more person would see it");
  await expectNoViolations(ada, "who sees it");
  await dialog.getByRole("button", { name: "Change who sees it" }).click();
  await ada.getByRole("button", { name: "Show it", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(thread).not.toContainText("Only me");

  await thread.getByRole("button", { name: "Actions for the comment by Ada" }).click();
  await ada.getByRole("menuitem", { name: "Who sees it…" }).click();
  await dialog.getByRole("combobox", { name: "Audience" }).selectOption("Instructors");
  await expect(dialog).toContainText("1 person who sees it now would not see it any more");
  await dialog.getByRole("button", { name: "Change who sees it" }).click();
  await expect(thread).toContainText("Instructors");
});

test("people and tags are offered to the keyboard and to screen readers, and Escape closes only the list", async ({
  classroom,
}) => {
  await classroom.enrol("Benjamin Blue");
  await classroom.enrol("Berta Brown");
  const ada = await classroom.join("Ada");
  await selectText(ada, "lazy dog");
  await ada.keyboard.press("c");
  const field = composerOf(ada).getByRole("textbox");
  await expect(field).toBeFocused();
  await ada.keyboard.type("Ask @be");
  const people = ada.getByRole("listbox", { name: "People to mention" });
  await expect(people.getByRole("option")).toHaveText(["@Benjamin Blue", "@Berta Brown"]);
  await expect(ada.getByRole("status").filter({ hasText: "2 suggestions" })).toBeAttached();
  await expectNoViolations(ada, "with suggestions");
  await ada.keyboard.press("ArrowDown");
  const second = people.getByRole("option", { name: "@Berta Brown", selected: true });
  await expect(field).toHaveAttribute(
    "aria-activedescendant",
    (await second.getAttribute("id")) ?? "none",
  );
  await ada.keyboard.press("Enter");
  await expect(people).toBeHidden();
  await expect(field).toHaveText("Ask @Berta Brown ");

  await ada.keyboard.type("about #new-idea");
  const tags = ada.getByRole("listbox", { name: "Tags" });
  await expect(tags.getByRole("option", { name: "#new-idea" })).toBeVisible();
  await ada.keyboard.press("Escape");
  await expect(tags).toBeHidden();
  await expect(composerOf(ada)).toBeVisible();
  await ada.keyboard.type("s");
  await ada.keyboard.press("Backspace");
  await ada.keyboard.type(" and #why");
  await tags.getByRole("option", { name: "#why" }).click();
  await ada.keyboard.press("ControlOrMeta+Enter");
  const thread = ada.getByRole("article", { name: "Thread on “lazy dog”" });
  await expect(thread).toContainText("Ask @Berta Brown about #new-idea and #why");
  await expect
    .poll(() => db.mention.count({ where: { comment: { assignmentId: classroom.assignment.id } } }))
    .toBe(1);
  await expect
    .poll(() =>
      db.commentTag.findMany({
        where: { assignmentId: classroom.assignment.id },
        select: { name: true },
      }),
    )
    .toEqual([{ name: "why" }]);
});

test("a formula is drawn while it is typed, and where it is read", async ({ classroom }) => {
  const ada = await classroom.join("Ada");
  await selectText(ada, "lazy dog");
  await ada.keyboard.press("c");
  const field = composerOf(ada).getByRole("textbox");
  await expect(field).toBeFocused();
  await ada.keyboard.type("Is $x^2$ even, or $\\nosuch$?");
  await expect(field.locator(".katex")).toHaveCount(1);
  await expect(field.locator("code", { hasText: "\\nosuch" })).toBeVisible();
  await ada.keyboard.press("ControlOrMeta+Enter");
  const thread = ada.getByRole("article", { name: "Thread on “lazy dog”" });
  await expect(thread.locator(".katex math")).toHaveCount(1);
  await expect(thread.locator("code", { hasText: "\\nosuch" })).toBeVisible();
  await expect
    .poll(() => ada.evaluate(() => document.fonts.check("16px KaTeX_Main", "x")))
    .toBe(true);
  await expectNoViolations(ada, "a formula");
});

test("an image goes with what it shows in words", async ({ classroom }) => {
  const ada = await classroom.join("Ada");
  await selectText(ada, "lazy dog");
  await ada.keyboard.press("c");
  const composer = composerOf(ada);
  await composer
    .getByLabel("Image", { exact: true })
    .and(ada.locator("input"))
    .setInputFiles({
      ...{ name: "dot.png", mimeType: "image/png", buffer: await dot() },
    });
  const asked = composer.getByRole("group", { name: "Image" });
  await asked.getByRole("button", { name: "Add image" }).click();
  await expect(asked.getByRole("alert")).toHaveText("Write what it shows first.");
  await asked.getByRole("textbox", { name: "What does it show?" }).fill("A red dot");
  await expectNoViolations(ada, "with an image in hand");
  await ada.keyboard.press("Enter");
  await expect(composer.getByRole("img", { name: "A red dot" })).toBeVisible();
  await expect(composer.getByRole("textbox", { name: "New comment" })).toBeFocused();
  await ada.keyboard.type("As here.");
  await composer.getByRole("button", { name: "Post" }).click();
  const shown = ada
    .getByRole("article", { name: "Thread on “lazy dog”" })
    .getByRole("img", { name: "A red dot" });
  await expect(shown).toBeVisible();
  await expect(ada.getByRole("article", { name: "Thread on “lazy dog”" })).toContainText(
    "As here.",
  );
  await expect
    .poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(8);
});

test("a key that ends a word of an input method posts nothing", async ({ classroom }) => {
  const ada = await classroom.join("Ada");
  await selectText(ada, "lazy dog");
  await ada.keyboard.press("c");
  const field = composerOf(ada).getByRole("textbox");
  await expect(field).toBeFocused();
  await ada.keyboard.type("Why");
  await field.dispatchEvent("keydown", { key: "Enter", ctrlKey: true, isComposing: true });
  await ada.keyboard.type(" lazy?");
  await ada.keyboard.press("ControlOrMeta+Enter");
  const thread = ada.getByRole("article", { name: "Thread on “lazy dog”" });
  await expect(thread).toContainText("Why lazy?");
});

function dot(): Promise<Buffer> {
  const background = { r: 255, g: 0, b: 0 };
  return sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
}

test("whoever asks what was asked already can join that thread, with the words they have", async ({
  classroom,
}) => {
  const asker = await classroom.enrol("Ben");
  const { id } = await annotate(asker.id, classroom.assignment, "lazy dog", {
    ...{ says: "Why is the dog called lazy?", kind: "QUESTION" },
  });
  const ada = await classroom.join("Ada");
  await selectText(ada, "lazy dog");
  await ada.keyboard.press("q");
  await expect(composerOf(ada).getByRole("textbox")).toBeFocused();
  await ada.keyboard.type("Why is it a lazy dog?");
  const offer = composerOf(ada).getByRole("region", { name: "Similar thread here" });
  await expect(offer).toContainText("Why is the dog called lazy?");
  await expectNoViolations(ada, "with a similar thread");
  await offer.getByRole("button", { name: /Join/ }).click();
  const reply = ada.getByRole("form", { name: "Reply" });
  await expect(reply.getByRole("textbox")).toHaveText("Why is it a lazy dog?");
  await reply.getByRole("button", { name: "Reply" }).click();
  await expect.poll(() => db.comment.count({ where: { annotationId: id } })).toBe(2);
  expect(await db.annotation.count({ where: { assignmentId: classroom.assignment.id } })).toBe(1);
});

test("what is written about stays marked, and the way to post it stays on the screen", async ({
  classroom,
}) => {
  const ada = await classroom.join("Ada");
  await selectText(ada, "lazy dog");
  await ada.keyboard.press("c");
  const composer = composerOf(ada);
  await expect(composer.getByRole("textbox")).toBeFocused();
  const marked = () =>
    ada.evaluate(() => [...(CSS.highlights.get("postil-writing") ?? [])].map(String));
  await expect.poll(marked).toEqual(["lazy dog"]);

  for (let line = 0; line < 30; line++) await ada.keyboard.press("Enter");
  await expect(composer.getByRole("button", { name: "Post" })).toBeInViewport({ ratio: 1 });
  await ada.keyboard.press("Escape");
  await expect(composer).toBeHidden();
  expect(await marked()).toEqual([]);
});
