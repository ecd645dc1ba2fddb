import type { Page } from "@playwright/test";

/** One way of showing annotations on a text, by what a reader can do with it. */
export interface Contender {
  /** What its rows are called: nothing for Postil, `by …` for what it is measured against. */
  title: string;
  /** Seconds that opening may take. */
  allowed: number;
  /** Opens the text and returns when the marks on the screen are painted; false: not in the time allowed. */
  open(page: Page): Promise<boolean>;
  /** Prepares an annotation of a passage on the screen, then makes it and waits for its mark. */
  add(page: Page, round: number, begin: () => Promise<void>): Promise<void>;
  /** Opens the thread of another mark and waits until it is shown. */
  focus(page: Page, round: number): Promise<void>;
  /** What only this one has, by name: each prepares something, then does it and waits for what it shows. */
  also?: Record<string, (page: Page, round: number, begin: () => Promise<void>) => Promise<void>>;
  /** What a mark is in the text. */
  mark: string;
}

/** Waits until so many frames have begun. */
export async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(async (left) => {
    for (let at = 0; at < left; at++) await new Promise(requestAnimationFrame);
  }, count);
}

/** Waits until the page had nothing to do in two frames one after the other. */
export async function idle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let rested = 0; rested < 2; ) {
      await new Promise(requestAnimationFrame);
      const left = await new Promise<number>((resolve) =>
        requestIdleCallback((deadline) => resolve(deadline.timeRemaining())),
      );
      // Less than a few milliseconds are left of a frame that was worked in.
      rested = left > 4 ? rested + 1 : 0;
    }
  });
}

/** Points in the middle of marks on the screen, from the top. */
export function marksInView(page: Page, mark: string): Promise<{ x: number; y: number }[]> {
  return page.evaluate((selector) => {
    const boxes = [...document.querySelectorAll(selector)].map((each) => each.getClientRects()[0]);
    return boxes
      .filter((box) => box !== undefined)
      .filter(({ top, bottom, width }) => top > 60 && bottom < innerHeight - 60 && width > 4)
      .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }));
  }, mark);
}
