import type { Browser } from "@playwright/test";

import { launchChromium } from "../support/chromium";
import { makeScene, readArticle, type Scene, writeBook } from "../support/course";
import { beside, medianOf, type Row } from "../support/row";

const ROUNDS = 3;

/** What a page does from the last byte of its HTML on, in milliseconds. */
interface Opening {
  /** Until every mark near the view is painted; without marks, until the editor has taken over. */
  painted: number;
  /** The longest task on the main thread until then. */
  longestTask: number;
}

/** Opening the article and a book with many annotations, beside opening them with one. */
export async function measurePainting(url: string): Promise<Row[]> {
  const browser = await launchChromium();
  try {
    const rows: Row[] = [];
    for (const [name, text] of [
      ["the article", await readArticle()],
      ["1 MB", writeBook()],
    ] as const) {
      const few = await openOften(browser, url, await makeScene(text, 1));
      const base: Row = { name: `open ${name}, 1 mark painted`, value: few.painted, unit: "ms" };
      const task: Row = { name: `its longest task`, value: few.longestTask, unit: "ms" };
      rows.push(base, task);
      for (const count of [1_000, 10_000]) {
        const many = await openOften(browser, url, await makeScene(text, count));
        const marks = count.toLocaleString("en");
        rows.push(beside(base, `open ${name}, ${marks} marks`, many.painted));
        rows.push(beside(task, `its longest task, ${marks} marks`, many.longestTask));
      }
    }
    return rows;
  } finally {
    await browser.close();
  }
}

async function openOften(browser: Browser, url: string, scene: Scene): Promise<Opening> {
  const openings: Opening[] = [];
  for (let round = 0; round < ROUNDS; round++) openings.push(await open(browser, url, scene));
  return {
    painted: medianOf(openings.map(({ painted }) => painted)),
    longestTask: medianOf(openings.map(({ longestTask }) => longestTask)),
  };
}

async function open(
  browser: Browser,
  url: string,
  { assignment, cookie }: Scene,
): Promise<Opening> {
  const [name = "", value = ""] = cookie.split("=");
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.addInitScript(observe);
  await page.goto(`${url}/read/${assignment.id}`);
  const opening = await page.waitForFunction<Opening | null>(() => {
    const seen: { paintedAt: number; tasks: number[] } = Reflect.get(window, "bench");
    const [navigation] = performance.getEntriesByType("navigation");
    if (!seen.paintedAt || !(navigation instanceof PerformanceNavigationTiming)) return null;
    const painted = seen.paintedAt - navigation.responseEnd;
    return { painted, longestTask: Math.max(0, ...seen.tasks) };
  });
  const result = (await opening.jsonValue()) as Opening;
  await context.close();
  return result;
}

/** Notes when the first mark is on the screen, and every task of over 50 ms until then. */
function observe(): void {
  const seen = { paintedAt: 0, tasks: [] as number[] };
  Object.assign(window, { bench: seen });
  new PerformanceObserver((list) => {
    if (!seen.paintedAt) seen.tasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask", buffered: true });
  const watch = new MutationObserver(() => {
    if (!document.querySelector("mark[data-annotations]")) return;
    watch.disconnect();
    // The frame after the next begins when what is there now has been painted.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        seen.paintedAt = performance.now();
      }),
    );
  });
  watch.observe(document, { childList: true, subtree: true });
}
