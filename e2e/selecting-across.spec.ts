import type { Locator, Page } from "@playwright/test";

import { db } from "@/lib/db";
import { expect, test } from "./support/test";

/** All that a reading can hold, each with words of its own. */
const TEXT = `The first paragraph begins here.

## A heading between

> A quoted remark stands apart.

- Item alpha is first
- Item beta is second

| Left head | Right head |
|---|---|
| Cell one | Cell two |

![A red dot](https://example.org/dot.png)

A claim with a note.[^1]

The last paragraph ends here.

[^1]: The note explains it.
`;

const toolbarOf = (page: Page) => page.getByRole("toolbar", { name: "Annotate" });

/** Drags the mouse between two points of the screen, as a hand does. */
async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

interface Point {
  x: number;
  y: number;
}

/** Where words of the text begin and end on the screen. */
async function edgesOf(text: Locator, words: string): Promise<{ begin: Point; end: Point }> {
  return text.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const boxes = range.getClientRects();
      const [first, last] = [boxes[0], boxes[boxes.length - 1]];
      if (!first || !last) break;
      return {
        begin: { x: first.left + 1, y: (first.top + first.bottom) / 2 },
        end: { x: last.right - 1, y: (last.top + last.bottom) / 2 },
      };
    }
    throw new Error(`The text does not say “${wanted}” in one piece.`);
  }, words);
}

/** Highlights what is selected, and tells what was quoted when the server has it. */
async function quoteOf(page: Page, assignmentId: string): Promise<string> {
  await expect(toolbarOf(page)).toBeVisible();
  await page.keyboard.press("h");
  const quotes = async () => {
    const rows = await db.annotation.findMany({
      where: { assignmentId },
      select: { quote: true },
      orderBy: { createdAt: "desc" },
    });
    return rows.map(({ quote }) => quote);
  };
  await expect.poll(async () => (await quotes()).length).toBe(1);
  await expect(page.locator("mark[data-annotations]").first()).toBeVisible();
  return (await quotes())[0]!;
}

for (const { name, from, to, quote } of [
  {
    name: "several blocks",
    ...{ from: "paragraph begins", to: "quoted remark" },
    quote: "paragraph begins here.\nA heading between\nA quoted remark",
  },
  {
    name: "the items of a list",
    ...{ from: "alpha is first", to: "Item beta" },
    quote: "alpha is first\nItem beta",
  },
  {
    name: "the cells of a table",
    ...{ from: "Right head", to: "Cell two" },
    quote: "Right head\nCell one\nCell two",
  },
  {
    name: "an image",
    ...{ from: "Cell two", to: "A claim" },
    quote: "Cell two\n\uFFFC\nA claim",
  },
  {
    name: "the number of a footnote, and the note",
    ...{ from: "with a note", to: "note explains" },
    quote: "with a note.\uFFFC\nThe last paragraph ends here.\nThe note explains",
  },
  {
    name: "words from their end to their beginning",
    ...{ from: "last paragraph", to: "last paragraph", isBackward: true },
    quote: "last paragraph",
  },
] as { name: string; from: string; to: string; isBackward?: boolean; quote: string }[]) {
  test(`a selection over ${name} is quoted as it reads`, async ({ classroom, complaints }) => {
    complaints.expect(/ERR_|example\.org|Failed to load resource|Content Security Policy/);
    const { id } = await classroom.withText(TEXT);
    const page = await classroom.join("Ada");
    await page.setViewportSize({ width: 1280, height: 1400 });
    const text = page.locator("article .ProseMirror");
    await expect(text).toContainText("The note explains it.");
    await page.evaluate(() => document.fonts.ready);
    // The image that cannot be loaded gives its room back when that is known.
    await expect
      .poll(() =>
        text.evaluate((root) => [...root.querySelectorAll("img")].every((img) => img.complete)),
      )
      .toBe(true);
    const { begin } = await edgesOf(text, from);
    const { end } = await edgesOf(text, to);
    if (name.startsWith("words from")) await drag(page, end, begin);
    else await drag(page, begin, end);
    expect(await quoteOf(page, id)).toBe(quote);
  });
}

test("the whole text is selected by its key, from the first word to the last", async ({
  classroom,
  complaints,
}) => {
  complaints.expect(/ERR_|example\.org|Failed to load resource|Content Security Policy/);
  const { id, text } = await classroom.withText(TEXT);
  const page = await classroom.join("Ada");
  await expect(page.locator("article .ProseMirror")).toContainText("The note explains it.");
  await page.locator(".reader-article").focus();
  await page.keyboard.press("ControlOrMeta+a");
  expect(await quoteOf(page, id)).toBe(text.trim());
});

test("a selection that begins or ends beside the text takes the words on the way, without spaces", async ({
  classroom,
}) => {
  const { id } = await classroom.withText("One two three.\n\nFour five six.\n\nSeven eight.");
  const page = await classroom.join("Ada");
  const text = page.locator("article .ProseMirror");
  await expect(text).toContainText("Seven eight.");
  await page.evaluate(() => document.fonts.ready);
  const { begin } = await edgesOf(text, "five");
  const { end } = await edgesOf(text, "six.");
  // Let go in the margin, far to the right of the words.
  await drag(page, begin, { x: end.x + 500, y: end.y });
  expect(await quoteOf(page, id)).toBe("five six.");
});

test("a selection that begins in the margin takes the words that it reaches in the text", async ({
  classroom,
}) => {
  const { id } = await classroom.withText("One two three.\n\nFour five six.\n\nSeven eight.");
  const page = await classroom.join("Ada");
  const text = page.locator("article .ProseMirror");
  await expect(text).toContainText("Seven eight.");
  await page.evaluate(() => document.fonts.ready);
  const { begin } = await edgesOf(text, "Four");
  const { end } = await edgesOf(text, "five");
  // Between the text and the strip that shows where the notes are.
  await drag(page, { x: begin.x - 20, y: begin.y }, end);
  expect(await quoteOf(page, id)).toBe("Four five");
});

test("a space alone is refused, and spaces at the ends are left out", async ({ classroom }) => {
  const { id } = await classroom.withText("One two three.\n\nFour five six.");
  const page = await classroom.join("Ada");
  const text = page.locator("article .ProseMirror");
  await expect(text).toContainText("Four five six.");
  await page.evaluate(() => document.fonts.ready);
  const one = await edgesOf(text, "One");
  const two = await edgesOf(text, "two");
  await drag(page, { ...one.end, x: one.end.x + 1 }, { ...two.begin, x: two.begin.x - 1 });
  await expect(
    page.getByRole("status").filter({ hasText: "Select some words first." }),
  ).toBeAttached();
  await expect(toolbarOf(page)).toHaveCount(0);
  // Elsewhere: pressed on what is selected, the mouse would carry it off.
  const four = await edgesOf(text, "Four");
  const six = await edgesOf(text, "six");
  await drag(page, { ...four.end, x: four.end.x + 1 }, { ...six.begin, x: six.begin.x - 1 });
  expect(await quoteOf(page, id)).toBe("five");
});
