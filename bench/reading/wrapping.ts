import { type Contender, frames, marksInView } from "./contender";
import type { PlainMark } from "./plain-text";

/** What the page below keeps for the benchmark. */
interface Wrapping {
  isDone: boolean;
  painted: number;
  add(start: number, end: number): void;
}

/** What its rows end in. */
export const WRAPPING = "by wrapping text nodes";

/**
 * The Hypothesis client's way: for each annotation the text is walked to where its offsets lie, and
 * each text node in its range is wrapped in an element. It stops by itself after `seconds`.
 */
export function wrapping(url: string, seconds: number): Contender {
  return {
    title: WRAPPING,
    allowed: seconds,
    mark: "hypothesis-highlight",
    async open(page) {
      await page.goto(url);
      await page.evaluate(wrapAll, seconds * 1_000);
      await page.waitForFunction(() => Reflect.get(window, "wrapping")?.isDone, null, {
        timeout: (seconds + 60) * 1_000,
      });
      const { painted, all } = await page.evaluate(() => Reflect.get(window, "wrapping"));
      return painted === all;
    },
    async add(page, round, begin) {
      await begin();
      await page.evaluate(
        (start) => {
          const wrapping: Wrapping = Reflect.get(window, "wrapping");
          wrapping.add(start, start + 10);
        },
        200 + round * 40,
      );
      await frames(page, 6);
    },
    async focus(page, round) {
      const points = await marksInView(page, "hypothesis-highlight");
      const point = points[round % points.length];
      if (point) await page.mouse.click(point.x, point.y);
    },
  };
}

async function wrapAll(allowed: number): Promise<void> {
  const root = document.getElementById("text")!;
  const marks: PlainMark[] = await (await fetch("/marks")).json();
  const state = { isDone: false, painted: 0, all: marks.length, add };
  Object.assign(window, { wrapping: state });

  function rangeOf(start: number, end: number): Range {
    const range = document.createRange();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let length = 0;
    let isOpen = false;
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (!isOpen && start < length + text.length) {
        range.setStart(text, start - length);
        isOpen = true;
      }
      if (isOpen && end <= length + text.length) {
        range.setEnd(text, end - length);
        return range;
      }
      length += text.length;
    }
    return range;
  }

  function textsIn(range: Range): Text[] {
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const texts: Text[] = [];
    const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
    let text = (
      walker.currentNode instanceof Text ? walker.currentNode : walker.nextNode()
    ) as Text | null;
    while (text) {
      if (range.intersectsNode(text)) texts.push(text);
      text = walker.nextNode() as Text | null;
    }
    if (endContainer instanceof Text && endOffset < endContainer.length) {
      endContainer.splitText(endOffset);
    }
    if (startContainer instanceof Text && startOffset > 0) {
      const rest = startContainer.splitText(startOffset);
      return texts.map((each) => (each === startContainer ? rest : each));
    }
    return texts;
  }

  function wrap(id: string, range: Range): void {
    for (const text of textsIn(range)) {
      if (!/\S/.test(text.data)) continue;
      const highlight = document.createElement("hypothesis-highlight");
      highlight.dataset.id = id;
      text.replaceWith(highlight);
      highlight.append(text);
    }
  }

  function focus(event: Event, isFocused: boolean): void {
    const found = event.target instanceof Element && event.target.closest("hypothesis-highlight");
    if (!found) return;
    const id = found.getAttribute("data-id");
    for (const each of root.querySelectorAll(`[data-id="${id}"]`)) {
      each.classList.toggle("focused", isFocused);
    }
  }

  function add(start: number, end: number): void {
    wrap(`added ${start}`, rangeOf(start, end));
  }

  root.addEventListener("mouseover", (event) => focus(event, true));
  root.addEventListener("mouseout", (event) => focus(event, false));
  root.addEventListener("click", (event) => focus(event, true));
  const begun = performance.now();
  for (const { id, start, end } of marks) {
    if (performance.now() - begun > allowed) break;
    wrap(id, rangeOf(start, end));
    state.painted++;
    // One by one, as the client anchors them.
    await null;
  }
  requestAnimationFrame(() => {
    state.isDone = true;
  });
}
