import type { Browser, Page } from "@playwright/test";

import { medianOf, type Row } from "../support/row";
import { traceOf, type Work } from "../support/trace";
import { type Contender, frames, idle, marksInView } from "./contender";

const ROUNDS = 5;
const WHEEL = { steps: 40, pixels: 600 };
const JUMPS = 10;

export type Measured = Omit<Row, "ratio">[];

interface Occasion {
  /** `1 MB, 10,000`. */
  label: string;
  cookie: { name: string; value: string; url: string } | null;
  /** Without annotations there is nothing to point at or to open. */
  hasMarks: boolean;
}

/** Everything that a reader does with a text of many annotations, in one trace. */
export async function measure(
  browser: Browser,
  contender: Contender,
  { label, cookie, hasMarks }: Occasion,
): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // What tsx leaves in functions that are sent to the page.
  await context.addInitScript("globalThis.__name = (made) => made");
  if (cookie) await context.addCookies([cookie]);
  const page = await context.newPage();
  const end = contender.title && `, ${contender.title}`;
  const row = (name: string, value: number, unit = "ms") => ({
    name: `${label}: ${name}${end}`,
    value,
    unit,
  });

  const trace = await traceOf(browser, page);
  if (!(await contender.open(page))) {
    return [row(`paint, no end in ${contender.allowed} s`, contender.allowed * 1_000)];
  }
  const painted = await paintedAfter(page);
  await idle(page);
  await trace.mark("opened");
  const nodes = await page.evaluate(() => document.getElementsByTagName("*").length);

  async function during(name: string, act: (begin: () => Promise<void>) => Promise<void>) {
    await act(() => trace.mark(`${name} begins`));
    await trace.mark(`${name} ends`);
    return name;
  }

  await page.mouse.move(500, 500);
  await during("scrolling", async (begin) => {
    await begin();
    await wheel(page);
  });
  await during("jumping", async (begin) => {
    await begin();
    await jump(page);
  });
  const hovers: string[] = [];
  const focuses: string[] = [];
  if (hasMarks) {
    for (const [at, { x, y }] of (await marksInView(page, contender.mark)).entries()) {
      if (at === ROUNDS) break;
      const hover = async (begin: () => Promise<void>) => {
        await begin();
        await page.mouse.move(x, y);
        await frames(page, 3);
      };
      hovers.push(await during(`hovering ${at}`, hover));
    }
    await page.mouse.move(2, 2);
    for (let at = 0; at < ROUNDS; at++) {
      const focus = async (begin: () => Promise<void>) => {
        await begin();
        await contender.focus(page, at);
        await frames(page, 3);
      };
      focuses.push(await during(`focusing ${at}`, focus));
    }
  }
  const adds: string[] = [];
  for (let at = 0; at < ROUNDS; at++) {
    const add = (begin: () => Promise<void>) => contender.add(page, at, begin);
    adds.push(await during(`adding ${at}`, add));
  }

  const others: [name: string, rounds: string[]][] = [];
  for (const [name, act] of Object.entries(hasMarks ? (contender.also ?? {}) : {})) {
    const rounds: string[] = [];
    for (let at = 0; at < ROUNDS; at++) {
      rounds.push(await during(`${name} ${at}`, (begin) => act(page, at, begin)));
    }
    others.push([name, rounds]);
  }

  const found = await trace.stop();
  await context.close();
  const of = (name: string) => found.between(`${name} begins`, `${name} ends`);
  return [
    row("paint", painted),
    ...tasks("opening", found.between(null, "opened")),
    ...tasks("scrolling", of("scrolling")),
    ...tasks("jumping with the scroll bar", of("jumping")),
    ...acts("adding", adds.map(of)),
    ...acts("hovering", hovers.map(of)),
    ...acts("focusing", focuses.map(of)),
    ...others.flatMap(([name, rounds]) => acts(name, rounds.map(of))),
    row("DOM elements", nodes, "elements"),
  ];

  function tasks(name: string, { longestTask, longestTaskCpu }: Work): Measured {
    return [
      row(`longest task ${name}`, longestTask),
      row(`longest task ${name}, processor time`, longestTaskCpu),
    ];
  }

  function acts(name: string, works: readonly Work[]): Measured {
    if (works.length === 0) return [];
    return [
      row(`longest task ${name}`, Math.max(...works.map(({ longestTask }) => longestTask))),
      row(
        `longest task ${name}, processor time`,
        Math.max(...works.map(({ longestTaskCpu }) => longestTaskCpu)),
      ),
      row(`script ${name} one`, medianOf(works.map(({ script }) => script))),
    ];
  }
}

/** From the HTML's last byte to now, when a frame with the marks has been shown. */
async function paintedAfter(page: Page): Promise<number> {
  await frames(page, 2);
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation");
    if (!(navigation instanceof PerformanceNavigationTiming)) return 0;
    return performance.now() - navigation.responseEnd;
  });
}

async function wheel(page: Page): Promise<void> {
  for (let step = 0; step < WHEEL.steps; step++) {
    await page.mouse.wheel(0, WHEEL.pixels);
    await frames(page, 1);
  }
  await frames(page, 10);
}

async function jump(page: Page): Promise<void> {
  for (let step = 1; step <= JUMPS; step++) {
    const part = ((step * 7) % (JUMPS + 1)) / (JUMPS + 1);
    await page.evaluate((to) => scrollTo(0, to * document.documentElement.scrollHeight), part);
    await frames(page, 10);
  }
}
