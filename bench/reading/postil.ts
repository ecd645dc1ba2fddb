import type { Page } from "@playwright/test";

import { type Contender, frames, idle } from "./contender";

/** More than it may ever take. */
const PATIENCE_S = 120;

/** The reading page as it is served. */
export function postil(address: string, count: number): Contender {
  return {
    title: "",
    allowed: PATIENCE_S,
    mark: "mark[data-annotations]",
    async open(page) {
      await page.goto(address);
      await page.waitForFunction(
        (marks) => {
          const known = document.querySelector(".reader-discussion-button .tabular-nums");
          const isPainted = marks === 0 || document.querySelector("mark[data-annotations]");
          const isTaken = document.querySelector(".reading-text[contenteditable]");
          return isTaken && isPainted && Number.parseInt(known?.textContent ?? "", 10) >= marks;
        },
        count,
        { polling: "raf", timeout: PATIENCE_S * 1_000 },
      );
      return true;
    },
    async add(page, round, begin) {
      await page.keyboard.press("Escape");
      await selectWords(page, round);
      await frames(page, 3);
      await begin();
      const answered = page.waitForResponse(
        (response) => response.request().method() === "POST" && /annotations$/.test(response.url()),
      );
      await page.keyboard.press("h");
      const answer = await answered;
      if (answer.status() !== 201) throw new Error(`the annotation got ${answer.status()}`);
      await frames(page, 6);
    },
    async focus(page) {
      const before = await focusedCard(page);
      await page.keyboard.press("j");
      await page.waitForFunction((last) => {
        const card = document.activeElement?.closest("[data-annotation-id]");
        return card && card.getAttribute("data-annotation-id") !== last;
      }, before);
    },
    also: {
      "typing in the search": async (page, round, begin) => {
        if (round === 0) {
          await page.keyboard.press("Escape");
          await page.keyboard.press("/");
          await idle(page);
        }
        await begin();
        await page.keyboard.press("passage".charAt(round));
        await idle(page);
      },
      "choosing a filter": async (page, round, begin) => {
        if (round === 0) await page.keyboard.press("Escape");
        await idle(page);
        await begin();
        await page.selectOption(".reader-filter-bar select", round % 2 ? "all" : "questions");
        await idle(page);
      },
    },
  };
}

/** Selects the end of a paragraph on the screen. */
async function selectWords(page: Page, round: number): Promise<void> {
  await page.evaluate((at) => {
    const inView = [...document.querySelectorAll("p")].filter((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      return each.textContent.length > 200 && top > 0 && bottom < innerHeight;
    });
    const paragraph = inView[at % inView.length];
    if (!paragraph) throw new Error("no paragraph is whole on the screen");
    const words = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (words.nextNode()) {
      const text = words.currentNode as Text;
      if (!text.parentElement?.closest("a, button")) texts.push(text);
    }
    const [first, last] = [texts.at(-3) ?? texts.at(-1), texts.at(-1)];
    if (first && last) getSelection()?.setBaseAndExtent(first, 0, last, last.length);
  }, round);
}

function focusedCard(page: Page): Promise<string | null> {
  return page.evaluate(
    () =>
      document.activeElement?.closest("[data-annotation-id]")?.getAttribute("data-annotation-id") ??
      null,
  );
}
