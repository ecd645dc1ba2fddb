import type { Page } from "@playwright/test";

import { db } from "@/lib/db";
import type { Assignment } from "../tests/support/factories";
import { commentOnMany } from "./support/many-threads";
import { expect, test } from "./support/test";

/** Paragraphs of very different lengths: what was never near the view is not as tall as guessed. */
const BOOK = Array.from(
  { length: 400 },
  (_, at) =>
    `Paragraph ${at} begins. ${"Whoever reads on will find more of the same here. ".repeat((at % 11) * 3)}`,
).join("\n\n");

/** How far down the window a passage is brought. */
const EYE_LEVEL = 0.22;

/** Comments on the beginnings of these paragraphs; answers their ids. */
async function commentOn(
  assignment: Assignment,
  authorId: string,
  paragraphs: number[],
): Promise<string[]> {
  const passages = paragraphs.map((at) => {
    const start = assignment.text.indexOf(`Paragraph ${at} begins`);
    return { start, end: start + 9, says: `On ${at}` };
  });
  await commentOnMany(authorId, assignment, passages);
  const made = await db.annotation.findMany({
    where: { assignmentId: assignment.id },
    orderBy: { start: "asc" },
  });
  return made.map(({ id }) => id);
}

/** How many pixels a paragraph's beginning is from where it is meant to be. */
function missedBy(page: Page, paragraph: number): Promise<number> {
  return page
    .locator(".reading-text > p")
    .nth(paragraph)
    .evaluate((element, eye) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      // Before the words may stand what only screen readers are told.
      while (texts.nextNode()) if (texts.currentNode.textContent?.startsWith("Paragraph")) break;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      return Math.abs((range.getClientRects()[0]?.top ?? -1e6) - innerHeight * eye);
    }, EYE_LEVEL);
}

test("a far passage is brought to where one reads, exactly, whichever way leads there", async ({
  classroom,
}) => {
  const assignment = await classroom.withText(BOOK);
  const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  const [, second = "", third = ""] = await commentOn(assignment, ben.id, [1, 211, 342]);
  const page = await classroom.open(ada);
  const card = (id: string) => page.locator(`[data-annotation-id="${id}"]`);

  await test.step("step by step", async () => {
    await expect(page.locator("mark").first()).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect(card(second)).toBeFocused();
    await expect.poll(() => missedBy(page, 211)).toBeLessThan(2);
  });

  await test.step("by the address of a thread", async () => {
    await page.goto(`/read/${assignment.id}#a-${third}`);
    await expect(card(third)).toBeFocused();
    await expect.poll(() => missedBy(page, 342)).toBeLessThan(2);
  });

  await test.step("by the words that are searched", async () => {
    await page.keyboard.press("/");
    await page.getByRole("searchbox").fill("Paragraph 97 begins");
    await expect.poll(() => missedBy(page, 97)).toBeLessThan(2);
  });
});

test("a thread that comes late takes the focus when it comes", async ({ classroom }) => {
  const assignment = await classroom.withText(BOOK);
  const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  const many = Array.from({ length: 130 }, (_, at) => at);
  const ids = await commentOn(assignment, ben.id, [...many, 342]);
  const last = ids.at(-1) ?? "";
  const page = await classroom.open(ada);
  await expect(page.locator("mark").first()).toBeVisible();

  let isAsked = false;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/annotations\?.*ids=/, async (route) => {
    isAsked = true;
    await released;
    await route.continue();
  });
  await page.evaluate((id) => {
    window.location.hash = `a-${id}`;
  }, last);
  await expect.poll(() => isAsked).toBe(true);
  // A second and more, counted in what passes in it.
  await page.evaluate(async () => {
    for (let left = 90; left > 0; left--) await new Promise(requestAnimationFrame);
  });
  await expect(page.locator("[data-annotation-id]:focus")).toHaveCount(0);
  release();
  await expect(page.locator(`[data-annotation-id="${last}"]`)).toBeFocused();
});

test("an address that is asked for while the page comes alive is followed", async ({
  classroom,
}) => {
  const assignment = await classroom.withText(BOOK);
  const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  const [, id = ""] = await commentOn(assignment, ben.id, [1, 342]);
  const page = await classroom.open(ada);
  // Just before the router writes the address that it knows.
  await page.addInitScript((named) => {
    const write = history.replaceState;
    history.replaceState = function replace(...given) {
      history.replaceState = write;
      window.location.hash = `a-${named}`;
      write.apply(this, given);
    };
  }, id);
  await page.reload();
  await expect(page.locator(`[data-annotation-id="${id}"]`)).toBeFocused();
  expect(new URL(page.url()).hash).toBe(`#a-${id}`);
});
