import { expect, type Page } from "@playwright/test";

/**
 * Selects words of the article with the mouse, as a reader does: pressed before the first letter,
 * dragged, let go behind the last. Waits until the page has come alive.
 */
export async function selectText(page: Page, words: string): Promise<void> {
  const { from, to } = await placeOf(page, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  const selected = await page.evaluate(() => String(document.getSelection()));
  expect(selected.replace(/\s+/g, " ").trim()).toBe(words);
}

/** Where the words begin and end on the screen, once they rest there; scrolls them into view. */
async function placeOf(page: Page, words: string) {
  const text = page.locator("article .ProseMirror");
  await expect(text).toContainText(words);
  return text.evaluate(async (article, wanted) => {
    await document.fonts.ready;
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const letters: { node: Node; offset: number }[] = [];
    let all = "";
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const value = node.nodeValue ?? "";
      for (let offset = 0; offset < value.length; offset++) letters.push({ node, offset });
      all += value;
    }
    const start = all.indexOf(wanted);
    const boxOf = (at: number) => {
      const letter = letters[at];
      if (start === -1 || !letter) throw new Error(`The article does not say “${wanted}”.`);
      const range = document.createRange();
      range.setStart(letter.node, letter.offset);
      range.setEnd(letter.node, letter.offset + 1);
      return range.getBoundingClientRect();
    };
    // Blocks above that are laid out only now, or a notice that comes, push the words away again.
    let before = Number.NaN;
    for (let resting = 0; resting < 5; ) {
      letters[start]?.node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      await new Promise(requestAnimationFrame);
      const { top } = boxOf(start);
      resting = top === before ? resting + 1 : 0;
      before = top;
    }
    const first = boxOf(start);
    const last = boxOf(start + wanted.length - 1);
    return {
      from: { x: first.left + 1, y: (first.top + first.bottom) / 2 },
      to: { x: last.right - 1, y: (last.top + last.bottom) / 2 },
    };
  }, words);
}
