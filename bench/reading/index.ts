import type { Browser } from "@playwright/test";

import { startApplication } from "../../e2e/support/application";
import { launchChromium } from "../support/chromium";
import { makeScene, type Scene, writeBook } from "../support/course";
import { beside, type Row } from "../support/row";
import { type Measured, measure } from "./measure";
import { measureMemory } from "./memory";
import { servePlainText } from "./plain-text";
import { postil } from "./postil";
import { recogito } from "./recogito";
import { measureServer } from "./server";
import { WRAPPING, wrapping } from "./wrapping";

/** Names of texts and how many paragraphs they have. */
const TEXTS = [
  ["8 KB", 24],
  ["200 KB", 600],
  ["1 MB", 3_000],
] as const;
const COUNTS = [0, 100, 1_000, 10_000];

/** What is measured in the other ways too: beyond, one of them takes minutes and tells nothing new. */
const BESIDE = ["8 KB, 1,000", "200 KB, 1,000", "1 MB, 1,000", "1 MB, 10,000"];
const SECONDS_ALLOWED = 30;

/** Where ten thousand actions are done, and the memory looked at before and after. */
const LONG_USE = "1 MB, 10,000";

/**
 * The suite `reading`: what it costs to read a text with many annotations, in the production build,
 * beside the same text with the same annotations shown in two other ways. `ratio` is to wrapping
 * text nodes, where that was measured. `only`: of the one text and number that is named so, such as
 * `1 MB, 10,000`.
 */
export async function reading(only?: string): Promise<Row[]> {
  const { url, stop } = await startApplication();
  const rows: Row[] = [];
  try {
    for (const [text, paragraphs] of TEXTS) {
      for (const count of COUNTS) {
        const label = `${text}, ${count.toLocaleString("en")}`;
        if (only && only !== label) continue;
        console.log(`${label} …`);
        const scene = await makeScene(writeBook(paragraphs), count);
        rows.push(...(await measureServer(url, scene, label)));
        rows.push(...(await measureReading(url, scene, { label, count })));
      }
    }
  } finally {
    await stop();
  }
  return rows;
}

async function measureReading(
  url: string,
  scene: Scene,
  { label, count }: { label: string; count: number },
): Promise<Row[]> {
  const [name = "", value = ""] = scene.cookie.split("=");
  const address = `${url}/read/${scene.assignment.id}`;
  const occasion = { label, hasMarks: count > 0, cookie: { name, value, url } };
  const ours = await inBrowser((browser) => measure(browser, postil(address, count), occasion));
  const memory =
    label === LONG_USE
      ? await inBrowser((browser) => measureMemory(browser, postil(address, count), occasion))
      : [];
  if (!BESIDE.includes(label)) return [...ours, ...memory];

  const plain = await servePlainText(scene);
  try {
    const others: Measured[] = [];
    for (const contender of [wrapping, recogito]) {
      const shown = contender(plain.url, SECONDS_ALLOWED);
      others.push(
        await inBrowser((browser) => measure(browser, shown, { ...occasion, cookie: null })),
      );
    }
    const [wrapped = [], overlaid = []] = others;
    return [...wrapped, ...overlaid, ...ours.map((row) => besideOf(wrapped, row)), ...memory];
  } finally {
    plain.close();
  }
}

/** A row beside the one that says the same of wrapping text nodes, if that got so far. */
function besideOf(wrapped: Measured, row: Measured[number]): Row {
  const baseline = wrapped.find(({ name }) => name === `${row.name}, ${WRAPPING}`);
  return baseline && baseline.value > 0 ? beside(baseline, row.name, row.value) : row;
}

/** Each in a browser of its own, because what one has broken another must not have to bear. */
async function inBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await launchChromium();
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
