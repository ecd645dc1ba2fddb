import type { Page } from "@playwright/test";

import { annotate } from "../tests/support/factories";
import { commentOnMany } from "./support/many-threads";
import { expectNoViolations } from "./support/no-violations";
import { expect, test, untilLive } from "./support/test";

const PLACE = 300;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const discussionOf = (page: Page) => page.getByRole("complementary", { name: "Discussion" });
const cardsOf = (page: Page) => discussionOf(page).getByRole("article", { name: /^Thread on/ });

/** Comments on one place, each on a passage that is one letter longer than that of the one before. */
function onOnePlace(text: string, count = PLACE) {
  const start = text.indexOf("sleeps");
  return Array.from({ length: count }, (_, at) => ({
    start,
    end: start + 6 + (at % 20),
    says: `Thought ${at}`,
  }));
}

/** A text of so many paragraphs that each says its number. */
function paragraphs(count: number): string {
  const rest = " and says what a paragraph of a long book says, in a sentence or in two.".repeat(4);
  return Array.from({ length: count }, (_, at) => `Paragraph number ${at}${rest}`).join("\n\n");
}

/** A comment on the first word of every paragraph, or several. */
function onParagraphs(text: string, each = 1) {
  const starts = [...text.matchAll(/Paragraph/g)].map(({ index }) => index);
  return starts.flatMap((start, at) =>
    Array.from({ length: each }, (_, nth) => ({
      start: start + nth,
      end: start + 20,
      says: `Comment ${nth} on ${at}`,
    })),
  );
}

/** What the cards say that are in the view of the panel. */
function inView(page: Page): Promise<string> {
  return discussionOf(page).evaluate((panel) => {
    const { top, bottom } = panel.getBoundingClientRect();
    return [...panel.querySelectorAll("[data-annotation-id]")]
      .filter((card) => {
        const box = card.getBoundingClientRect();
        return box.bottom > top + 60 && box.top < bottom;
      })
      .map(({ textContent }) => textContent)
      .join("\n");
  });
}

/** How many of so many threads have a card, once all others are counted in the one crowd. */
async function standing(page: Page, all: number): Promise<number> {
  const crowd = discussionOf(page).getByRole("button", { name: /^\d+ more here/ });
  const missing = async () =>
    all - (await cardsOf(page).count()) - Number.parseInt((await crowd.textContent()) ?? "", 10);
  await expect.poll(missing).toBe(0);
  return cardsOf(page).count();
}

/** How many neighbours in the margin stand on one another. */
function overlaps(page: Page): Promise<number> {
  return discussionOf(page)
    .getByRole("listitem")
    .evaluateAll((cards) => {
      const boxes = cards.map((card) => card.getBoundingClientRect());
      return boxes.filter(({ top }, at) => at > 0 && top < boxes[at - 1]!.bottom).length;
    });
}

test("hundreds of threads on one place are a few cards and a count, which opens a list of the others", async ({
  classroom,
}) => {
  const { text } = await classroom.withText(
    `The quick brown fox. A dog sleeps with one eye open, says a fable.\n\n${paragraphs(12)}`,
  );
  const ben = await classroom.enrol("Ben");
  await commentOnMany(ben.id, classroom.assignment, onOnePlace(text));
  const page = await classroom.join("Ada");
  // The first come with the page, the others after it.
  await expect(page.getByRole("button", { name: `${PLACE} threads here` })).toBeAttached();
  const crowd = discussionOf(page).getByRole("button", { name: /^\d+ more here$/ });
  await expect(crowd).toBeVisible();
  const shown = await standing(page, PLACE);
  expect(shown).toBeLessThan(12);
  await expectNoViolations(page, "with a crowd");

  await crowd.focus();
  await page.keyboard.press("Enter");
  const list = page.getByRole("dialog", { name: `${PLACE - shown} threads here` });
  const rows = list.getByRole("listitem");
  await expect(list.getByRole("button").first()).toBeFocused();
  expect(await rows.count()).toBeLessThan(40);
  await expect(rows.first()).toHaveAttribute("aria-setsize", String(PLACE - shown));
  await expectNoViolations(page, "with the list");
  const box = (await list.boundingBox())!;
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(page.viewportSize()!.height);

  const focused = list.locator("li:has(button:focus)");
  await page.keyboard.press("End");
  await expect(focused).toHaveAttribute("aria-posinset", String(PLACE - shown));
  await page.keyboard.press("ArrowUp");
  await expect(focused).toHaveAttribute("aria-posinset", String(PLACE - shown - 1));
  await page.keyboard.press("Home");
  await expect(focused).toHaveAttribute("aria-posinset", "1");
  await page.keyboard.press("ArrowDown");
  await expect(focused).toHaveAttribute("aria-posinset", "2");
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(crowd).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(list.getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(cardsOf(page).and(page.locator("[data-focused]"))).toBeFocused();
  await expect(crowd).toHaveText(`${PLACE - shown - 1} more here`);
});

test("the list of a place is sorted by length or by activity", async ({ classroom }) => {
  const ben = await classroom.enrol("Ben");
  const { assignment } = classroom;
  await commentOnMany(ben.id, assignment, onOnePlace(assignment.text, 60));
  const page = await classroom.join("Ada");
  await page.locator("mark[data-depth='3']").first().click();
  const list = page.getByRole("dialog", { name: "60 threads here" });
  const first = list.locator("li[aria-posinset='1']");
  await expect(first).toContainText("sleeps");
  await expect(first).not.toContainText("sleeps with");
  const sort = list.getByRole("combobox", { name: "Sort" });
  await expect(sort).toHaveValue("shortest");
  await list.getByRole("button").first().press("End");
  await expect(list.locator("li[aria-posinset='60'] button")).toBeFocused();
  await expect(list.locator("li[aria-posinset='60']")).toContainText("sleeps with one eye");

  await untilLive(page);
  await annotate(ben.id, assignment, "dog that was jumped over once sleeps with one eye", {
    says: "The latest.",
  });
  await expect(page.getByText("The latest.")).toBeAttached();
  await page.keyboard.press("Escape");
  await page.locator("mark[data-depth='3']").first().click();
  const more = page.getByRole("dialog", { name: "61 threads here" });
  await expect(more.locator("li[aria-posinset='1']")).not.toContainText("dog that was");
  await more.getByRole("combobox", { name: "Sort" }).selectOption("Newest activity first");
  await expect(more.locator("li[aria-posinset='1']")).toContainText("dog that was jumped");
});

test("a small crowd opens in its place and folds again, and what arrives is not hidden in it", async ({
  classroom,
}) => {
  const ben = await classroom.enrol("Ben");
  const { assignment } = classroom;
  await commentOnMany(ben.id, assignment, onOnePlace(assignment.text, 16));
  const page = await classroom.join("Ada");
  const crowd = discussionOf(page).getByRole("button", { name: /^\d+ more here/ });
  await expect(crowd).toBeVisible();
  const shown = await standing(page, 16);
  await crowd.press("Enter");
  await expect(cardsOf(page)).toHaveCount(16);
  const fold = discussionOf(page).getByRole("button", { name: `Fold ${16 - shown} here` });
  await expect(fold).toBeFocused();
  await expect.poll(() => overlaps(page)).toBe(0);
  await fold.press("Enter");
  await expect(cardsOf(page)).toHaveCount(shown);

  await untilLive(page);
  await page.locator("mark[data-annotations]").first().scrollIntoViewIfNeeded();
  await annotate(ben.id, assignment, "sleeps", { says: "Just now." });
  await expect(discussionOf(page).getByText("Just now.")).toBeVisible();
  await expect(crowd).toHaveText(`${16 - shown} more here`);
});

test("of thousands of threads only those near the view stand in the margin", async ({
  classroom,
}) => {
  const { text } = await classroom.withText(paragraphs(300));
  const ben = await classroom.enrol("Ben");
  await commentOnMany(ben.id, classroom.assignment, onParagraphs(text, 10));
  const page = await classroom.join("Ada");
  await expect(page.locator("mark[data-annotations]").first()).toBeVisible();
  await expect(cardsOf(page).first()).toBeVisible();
  const crowds = discussionOf(page).getByRole("button", { name: /more here/ });
  await expect(crowds.first()).toBeVisible();
  await page.locator(".reading-text p").nth(250).scrollIntoViewIfNeeded();
  await expect(
    cardsOf(page)
      .filter({ hasText: /on 2[45]\d/ })
      .first(),
  ).toBeVisible();
  expect(await discussionOf(page).getByRole("listitem").count()).toBeLessThan(120);
  await expect(cardsOf(page).filter({ hasText: /on \d$/ })).toHaveCount(0);
  await expect.poll(() => overlaps(page)).toBe(0);
});

test("the panel opens where one reads, and of thousands of threads holds only those in its view", async ({
  classroom,
  signIn,
}) => {
  const { id, text } = await classroom.withText(paragraphs(300));
  const ben = await classroom.enrol("Ben");
  await commentOnMany(ben.id, classroom.assignment, onParagraphs(text, 10));
  const page = await signIn(await classroom.enrol("Ada"), {
    viewport: { width: 900, height: 800 },
  });
  await page.goto(`/read/${id}`);
  await expect(page.locator("mark[data-annotations]").first()).toBeVisible();
  const paragraph = page.locator(".reading-text p").nth(250);
  await paragraph.scrollIntoViewIfNeeded();
  await expect(paragraph.locator("mark").first()).toBeVisible();
  await page.getByRole("button", { name: /^Discussion/ }).click();
  await expect.poll(() => inView(page)).toMatch(/Comment \d on 2[45]\d/);
  const cards = discussionOf(page).getByRole("listitem");
  expect(await cards.count()).toBeLessThan(40);
  await expect(cards.first()).toHaveAttribute("aria-setsize", "3000");
  await expect
    .poll(async () => {
      await discussionOf(page).evaluate((panel) => panel.scrollTo({ top: panel.scrollHeight }));
      return inView(page);
    })
    .toContain("Comment 9 on 299");
  await expect(cards.last()).toHaveAttribute("aria-posinset", "3000");
});

test("on a phone a tapped mark among thousands opens the sheet at its thread, below its passage", async ({
  classroom,
  signIn,
}) => {
  const { id, text } = await classroom.withText(paragraphs(300));
  const ben = await classroom.enrol("Ben");
  const first = onParagraphs(text);
  await commentOnMany(ben.id, classroom.assignment, [
    ...first,
    // Behind the first, away from it, on nine words one by one.
    ...first.flatMap(({ end, says }) =>
      Array.from({ length: 9 }, (_, at) => ({
        start: end + 9 + at * 5,
        end: end + 12 + at * 5,
        says,
      })),
    ),
  ]);
  const page = await signIn(await classroom.enrol("Ada"), PHONE);
  await page.goto(`/read/${id}`);
  await expect(page.locator("mark[data-annotations]").first()).toBeVisible();
  const paragraph = page.locator(".reading-text p").nth(200);
  await paragraph.scrollIntoViewIfNeeded();
  const mark = paragraph.locator("mark").first();
  await mark.tap();
  const thread = cardsOf(page).and(page.locator("[data-focused]"));
  await expect(thread).toContainText("Comment 0 on 200");
  await expect(thread).toBeInViewport();
  await expect
    .poll(async () => {
      const [passage, sheet] = [await mark.boundingBox(), await discussionOf(page).boundingBox()];
      return passage && sheet ? passage.y > 0 && passage.y + passage.height < sheet.y : null;
    })
    .toBe(true);
  expect(await discussionOf(page).getByRole("listitem").count()).toBeLessThan(40);
});

for (const width of [900, 390]) {
  test(`a place with hundreds of threads is no obstacle, ${width} pixels wide`, async ({
    classroom,
    signIn,
  }) => {
    const ben = await classroom.enrol("Ben");
    const { assignment } = classroom;
    await commentOnMany(ben.id, assignment, onOnePlace(assignment.text));
    const page = await signIn(await classroom.enrol("Ada"), { viewport: { width, height: 800 } });
    await page.goto(`/read/${assignment.id}`);
    await expect(page.getByRole("button", { name: `${PLACE} threads here` })).toBeAttached();
    const mark = page.locator("mark[data-depth='3']").first();
    await mark.click({ position: { x: 6, y: 6 } });
    const list = page.getByRole("dialog", { name: `${PLACE} threads here` });
    await expect(list.getByRole("button").first()).toBeFocused();
    await expectNoViolations(page, "with the list");
    const box = (await list.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    await page.keyboard.press("Enter");
    await expect(cardsOf(page).and(page.locator("[data-focused]"))).toBeFocused();
    expect(await discussionOf(page).getByRole("listitem").count()).toBeLessThan(40);
    await expectNoViolations(page, "with the discussion");
  });
}
