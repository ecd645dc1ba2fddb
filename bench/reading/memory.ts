import type { Browser, CDPSession, Page } from "@playwright/test";

import { type Contender, frames } from "./contender";
import type { Measured } from "./measure";

/** Ten minutes of use, compressed. */
const ACTIONS = 10_000;
const A_CHUNK = 500;
/** Pointing costs no frame of its own: so many times a frame. */
const A_FRAME = 10;

interface Occasion {
  label: string;
  cookie: { name: string; value: string; url: string };
}

/**
 * What the page keeps in memory when it is opened, and after ten thousand actions: pointing at
 * marks, scrolling, stepping from thread to thread, annotating.
 */
export async function measureMemory(
  browser: Browser,
  contender: Contender,
  { label, cookie }: Occasion,
): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript("globalThis.__name = (made) => made");
  await context.addCookies([cookie]);
  const page = await context.newPage();
  await contender.open(page);
  await frames(page, 30);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const before = await memoryOf(session);
  for (let done = 0; done < ACTIONS; done += A_CHUNK) {
    await contender.add(page, done / A_CHUNK, async () => undefined);
    await actOften(page, A_CHUNK - 1);
  }
  await frames(page, 30);
  const after = await memoryOf(session);
  await context.close();
  const row = (name: string, value: number, unit: string) => ({
    name: `${label}: ${name}`,
    value,
    unit,
  });
  return [
    row("memory after opening", before.megabytes, "MB"),
    row("memory after ten thousand actions", after.megabytes, "MB"),
    row("DOM nodes after opening", before.nodes, "nodes"),
    row("DOM nodes after ten thousand actions", after.nodes, "nodes"),
  ];
}

async function actOften(page: Page, count: number): Promise<void> {
  await page.evaluate(
    async ({ left, aFrame }) => {
      for (let at = 1; at <= left; at++) {
        if (at % 20 === 0) scrollBy(0, at % 200 === 0 ? 40_000 : 400);
        else if (at % 50 === 7) {
          document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
        } else pointAt(at);
        if (scrollY + innerHeight > document.documentElement.scrollHeight - 900) scrollTo(0, 0);
        if (at % aFrame === 0) await new Promise(requestAnimationFrame);
      }

      function pointAt(at: number): void {
        const marks = document.querySelectorAll("mark[data-annotations]");
        const mark = marks[at % marks.length];
        const box = mark?.getClientRects()[0];
        if (!mark || !box) return;
        const [clientX, clientY] = [box.left + box.width / 2, box.top + box.height / 2];
        const init = { clientX, clientY, bubbles: true, pointerType: "mouse" };
        mark.dispatchEvent(new PointerEvent("pointermove", init));
      }
    },
    { left: count, aFrame: A_FRAME },
  );
}

/** After everything that nobody needs has been thrown away. */
async function memoryOf(session: CDPSession): Promise<{ megabytes: number; nodes: number }> {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((each) => each.name === name)?.value ?? 0;
  return { megabytes: of("JSHeapUsedSize") / 1_048_576, nodes: of("Nodes") };
}
