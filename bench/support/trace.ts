import type { Browser, Page } from "@playwright/test";

/** What the main thread of a page did in a stretch of time, in milliseconds. */
export interface Work {
  /** The longest task by the clock, and by the time that the processor spent on any one. */
  longestTask: number;
  longestTaskCpu: number;
  /** Script and what it calls, without layout and painting; of the processor's time. */
  script: number;
}

const CATEGORIES = [
  "-*",
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "blink.user_timing",
];

/** What counts as script: everything by which a page's own code is entered. */
const SCRIPT = new Set([
  "EvaluateScript",
  "EventDispatch",
  "FireAnimationFrame",
  "FireIdleCallback",
  "FunctionCall",
  "RunMicrotasks",
  "TimerFire",
  "v8.compile",
  "v8.evaluateModule",
]);
/** What script may force in its midst and is none. */
const RENDERING = new Set(["Layout", "UpdateLayoutTree", "PrePaint", "Paint", "HitTest"]);
const TASK = "RunTask";
const PREFIX = "bench:";

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: when it began, how long it took, and how much of that the processor worked. */
  ts: number;
  dur?: number;
  tdur?: number;
}

/**
 * Records everything that a page does until it is asked for what it found. Every task is in it,
 * where a browser's own observer tells only of those beyond 50 ms.
 */
export async function traceOf(browser: Browser, page: Page) {
  await browser.startTracing(page, { categories: CATEGORIES });
  return {
    /** Names a moment of the page. */
    mark: (name: string) =>
      page.evaluate((label) => void performance.mark(label), `${PREFIX}${name}`),
    async stop(): Promise<Trace> {
      const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(
        (await browser.stopTracing()).toString(),
      );
      return new Trace(traceEvents);
    },
  };
}

/** A finished recording. */
export class Trace {
  private readonly moments: TraceEvent[];
  private readonly events: TraceEvent[];

  constructor(all: readonly TraceEvent[]) {
    this.moments = all.filter(({ name }) => name.startsWith(PREFIX));
    const [any] = this.moments;
    if (!any) throw new Error("the trace has none of the moments that were named");
    this.events = all
      .filter(({ ph, pid, tid }) => ph === "X" && pid === any.pid && tid === any.tid)
      .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  }

  /** What was done between two moments; from the page's beginning where the first is null. */
  between(from: string | null, to: string): Work {
    const begin = from === null ? Number.NEGATIVE_INFINITY : this.at(from);
    const end = this.at(to);
    const inside = this.events.filter(({ ts, dur = 0 }) => ts + dur > begin && ts < end);
    const tasks = inside.filter(({ name }) => name === TASK);
    return {
      longestTask: longest(tasks, ({ dur }) => dur),
      longestTaskCpu: longest(tasks, ({ tdur }) => tdur),
      script: scriptOf(inside.filter(({ ts }) => ts >= begin)) / 1_000,
    };
  }

  private at(name: string): number {
    const moment = this.moments.find((each) => each.name === PREFIX + name);
    if (!moment) throw new Error(`the trace has no moment “${name}”`);
    return moment.ts;
  }
}

function longest(
  tasks: readonly TraceEvent[],
  timeOf: (task: TraceEvent) => number | undefined,
): number {
  return tasks.reduce((most, task) => Math.max(most, timeOf(task) ?? 0), 0) / 1_000;
}

/** Events nest: an inner one takes its time from the outer one. */
function scriptOf(events: readonly TraceEvent[]): number {
  let script = 0;
  let scriptUntil = 0;
  let renderingUntil = 0;
  for (const { name, ts, dur = 0, tdur = 0 } of events) {
    if (SCRIPT.has(name) && ts >= scriptUntil) {
      script += tdur;
      scriptUntil = ts + dur;
    } else if (RENDERING.has(name) && ts < scriptUntil && ts >= renderingUntil) {
      script -= tdur;
      renderingUntil = ts + dur;
    }
  }
  return script;
}
