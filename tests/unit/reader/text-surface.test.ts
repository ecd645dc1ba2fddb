// @vitest-environment jsdom
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { createTextSurface, readDocument } from "@/components/reader/text-surface";
import { MARK } from "@/lib/editor/annotation-layer";
import { headingIds } from "@/lib/editor/headings";
import { renderHtml } from "@/lib/editor/reading-html";
import { indexText } from "@/lib/editor/text-index";
import { readText } from "@/lib/readings/document";
import { anyDocument } from "../editor/any-document";

/** The window is two blocks tall, and every block a hundred pixels. */
const HEIGHT = 100;

class Observer {
  static isWatching = false;

  constructor(private readonly told: () => void) {}

  observe(): void {
    Observer.isWatching = true;
    this.told();
  }

  disconnect(): void {
    Observer.isWatching = false;
  }
}

let scrolled = 0;

function boxOf(this: Element): DOMRect {
  const place = [...(this.parentElement?.children ?? [])].indexOf(this);
  return new DOMRect(0, place * HEIGHT - scrolled, 600, HEIGHT);
}

/** What is near is looked for after the frame. */
function scrollTo(block: number): void {
  scrolled = block * HEIGHT;
  window.dispatchEvent(new Event("scroll"));
  vi.runAllTimers();
}

beforeEach(() => {
  scrolled = 0;
  vi.useFakeTimers();
  vi.stubGlobal("ResizeObserver", Observer);
  vi.stubGlobal("innerHeight", 2 * HEIGHT);
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(boxOf);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

/** The article as the server writes it into the page. */
function mount(html: string): HTMLElement {
  const element = document.body.appendChild(document.createElement("div"));
  element.innerHTML = html;
  return element;
}

/** What is seen of an element: without what an editor adds for itself. */
function seen(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const each of copy.querySelectorAll(".ProseMirror-trailingBreak, .ProseMirror-separator")) {
    each.remove();
  }
  // A text that begins with an image has it selected, which nothing shows.
  for (const each of copy.querySelectorAll(".ProseMirror-selectednode")) {
    each.removeAttribute("class");
  }
  for (const each of copy.querySelectorAll("*")) {
    for (const name of ["contenteditable", "draggable"]) each.removeAttribute(name);
  }
  return copy.innerHTML.replaceAll(/style="(text-align: \w+);?"/g, 'style="$1"');
}

const open = (markdown: string) => {
  const element = mount(readText({ format: "markdown", text: markdown }).html);
  return { element, surface: createTextSurface(element, readDocument(element)) };
};

describe("the editor that takes the page over", () => {
  test("leaves everything in it as the server wrote it", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyDocument, (doc) => {
        const element = mount(renderHtml(doc, headingIds(doc)));
        const before = seen(element);
        const surface = createTextSurface(element, readDocument(element));
        expect(seen(element)).toBe(before);
        expect(surface.text).toBe(indexText(doc).text);
        surface.destroy();
        element.remove();
      }),
      { numRuns: 25 },
    );
  });

  test("is no text field to anybody", () => {
    const { element, surface } = open("Words");
    expect(element.getAttribute("role")).toBe("none");
    expect(element.getAttribute("contenteditable")).toBe("false");
    expect(Observer.isWatching).toBe(true);
    surface.destroy();
    expect(Observer.isWatching).toBe(false);
  });
});

/** Paragraphs named by their places. */
const book = Array.from({ length: 40 }, (_, place) => `Block ${place}.`).join("\n\n");

describe("blocks that come near", () => {
  const blocksOf = ({ text }: { text: string }, { start, end }: { start: number; end: number }) => {
    const lines = text.slice(start, end).trim().split("\n");
    return [lines[0], lines.at(-1)];
  };

  test("are told as a stretch of the text, to those who come later as well", () => {
    const { surface } = open(book);
    const listener = vi.fn();
    const stop = surface.onNear(listener);
    scrollTo(20);
    expect(listener).toHaveBeenCalledOnce();
    const range = listener.mock.calls[0]?.[0];
    // The two in the window, and two and a half on each side.
    expect(blocksOf(surface, range)).toEqual(["Block 17.", "Block 24."]);
    const late = vi.fn();
    surface.onNear(late);
    expect(late).toHaveBeenCalledExactlyOnceWith(range);
    stop();
    scrollTo(0);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(late).toHaveBeenCalledTimes(2);
    surface.destroy();
  });

  test("are told anew only once the window comes close to the end of them", () => {
    const { surface } = open(book);
    scrollTo(20);
    const listener = vi.fn();
    surface.onNear(listener);
    listener.mockClear();
    scrollTo(21);
    scrollTo(19);
    expect(listener).not.toHaveBeenCalled();
    scrollTo(23);
    expect(blocksOf(surface, listener.mock.calls[0]?.[0])).toEqual(["Block 20.", "Block 27."]);
    surface.destroy();
  });

  test("are decorated, and no others", () => {
    const { element, surface } = open(book);
    const painted = vi.fn();
    surface.onPaint(painted);
    const put = ["Block 1.", "Block 20.", "Block 30."].map((words, index) => {
      const start = surface.text.indexOf(words);
      return { id: `s${index}`, start, end: start + words.length, flags: MARK.COMMENT, label: "" };
    });
    surface.show({ put });
    expect(element.querySelectorAll("mark")).toHaveLength(0);
    scrollTo(20);
    expect([...element.querySelectorAll("mark")].map(({ textContent }) => textContent)).toEqual([
      "Block 20.",
    ]);
    expect(painted).toHaveBeenCalledTimes(2);
    surface.destroy();
  });

  test("of a list are the lines of it", () => {
    const { surface } = open("Before.\n\n- one\n- two\n\nAfter.");
    const listener = vi.fn();
    surface.onNear(listener);
    scrollTo(0);
    expect(blocksOf(surface, listener.mock.calls[0]?.[0])).toEqual(["Before.", "After."]);
    surface.destroy();
  });
});

test("what lies far away is known to be above or below without laying it out", () => {
  const { surface } = open(book);
  // Here a range has no boxes: to ask for them throws.
  expect(Range.prototype.getClientRects).toBeUndefined();
  scrollTo(20);
  expect(surface.isAbove(surface.text.indexOf("Block 19"))).toBe(true);
  expect(surface.isAbove(surface.text.indexOf("Block 21"))).toBe(false);
  expect(surface.text.slice(surface.blocks[surface.firstInView()]!.from)).toMatch(/^Block 20/);
  surface.destroy();
});

describe("a passage", () => {
  const select = (range: Range) => {
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  };

  test("that is selected is told without the space around it", () => {
    const { surface } = open("One two three.\n\nFour five.");
    const start = surface.text.indexOf(" two ");
    select(surface.rangeOf(start, start + 5));
    expect(surface.selected()).toMatchObject({ start: start + 1, end: start + 4 });
    select(surface.rangeOf(surface.text.indexOf("three"), surface.text.indexOf(" five")));
    const { start: from, end } = surface.selected()!;
    expect(surface.text.slice(from, end)).toBe("three.\nFour");
    surface.destroy();
  });

  test("is none where nothing, or something else, is selected", () => {
    const { surface } = open("One two three.");
    expect(surface.selected()).toBeNull();
    select(surface.rangeOf(3, 3));
    expect(surface.selected()).toBeNull();
    select(surface.rangeOf(3, 4));
    expect(surface.selected()).toBeNull();
    const outside = mount("<p>Elsewhere</p>");
    const range = document.createRange();
    range.selectNodeContents(outside);
    select(range);
    expect(surface.selected()).toBeNull();
    surface.destroy();
  });

  test.each([
    ["several paragraphs", "One.\n\nTwo.\n\nThree.", "One.\nTwo."],
    ["a list", "Before.\n\n- one\n- two\n\nAfter.", "Before.\none\ntwo"],
    ["a table", "| a | b |\n|---|---|\n| 1 | 2 |", "a\nb\n1"],
    ["a note", "Words[^1].\n\n[^1]: The note.", "Words\uFFFC.\nThe note"],
    [
      "an image",
      "Before.\n\n![A gate](https://example.org/a.png)\n\nAfter.",
      "Before.\n\uFFFC\nAfter",
    ],
  ])("may reach over %s", (_, markdown, words) => {
    const { surface } = open(markdown);
    const start = surface.text.indexOf(words);
    select(surface.rangeOf(start, start + words.length));
    const { start: from, end } = surface.selected()!;
    expect(surface.text.slice(from, end)).toBe(words);
    surface.destroy();
  });

  test("of three clicks, which reach into the next paragraph, is the one that was clicked", () => {
    const { element, surface } = open("One two.\n\nThree.");
    const [first, second] = element.querySelectorAll("p");
    const range = document.createRange();
    range.setStart(first!.firstChild!, 0);
    range.setEnd(second!, 0);
    select(range);
    const { start, end } = surface.selected()!;
    expect(surface.text.slice(start, end)).toBe("One two.");
    surface.destroy();
  });

  test("of nothing but white space is selected, but holds no words", () => {
    const { surface } = open("One two.\n\nThree.");
    const start = surface.text.indexOf(" two");
    select(surface.rangeOf(start, start + 1));
    expect(surface.selectedRange()).toEqual({ start, end: start + 1 });
    expect(surface.selected()).toBeNull();
    surface.destroy();
  });

  test("is all of the text, and nothing beside it, when all is selected", () => {
    const { surface } = open("One.\n\nTwo.");
    surface.selectAll();
    expect(surface.selected()).toEqual({ start: 0, end: surface.text.length });
    surface.destroy();
  });

  test("that reaches out of the text ends where the text does", () => {
    const { element, surface } = open("One two three.");
    const outside = mount("<p>Elsewhere</p>");
    const range = document.createRange();
    range.setStart(element.querySelector("p")!.firstChild!, 4);
    range.setEnd(outside.querySelector("p")!.firstChild!, 3);
    select(range);
    const { start, end } = surface.selected()!;
    expect(surface.text.slice(start, end)).toBe("two three.");
    surface.destroy();
  });

  test("leads to the words on the page", () => {
    const { surface } = open("One **two** three.\n\n> Four");
    expect(String(surface.rangeOf(4, 9))).toBe("two t");
  });
});
