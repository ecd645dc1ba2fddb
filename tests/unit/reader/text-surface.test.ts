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

/** A window in which nothing scrolls: what is near it is said by the test. */
class Observer {
  static latest: Observer;
  readonly observed: Element[] = [];
  isStopped = false;

  constructor(private readonly told: (entries: unknown[]) => void) {
    Observer.latest = this;
  }

  observe(element: Element): void {
    this.observed.push(element);
  }

  disconnect(): void {
    this.isStopped = true;
  }

  see(...visible: number[]): void {
    this.told(
      this.observed.map((target, index) => ({ target, isIntersecting: visible.includes(index) })),
    );
  }
}

beforeEach(() => void vi.stubGlobal("IntersectionObserver", Observer));

afterEach(() => {
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
    surface.destroy();
    expect(Observer.latest.isStopped).toBe(true);
  });
});

describe("blocks that come near", () => {
  const article = "# A heading\n\nThe first.\n\n- one\n- two\n\nThe last.";

  test("are told as a stretch of the text, to those who come later as well", () => {
    const { surface } = open(article);
    const listener = vi.fn();
    const stop = surface.onNear(listener);
    Observer.latest.see(1, 2);
    const range = {
      start: surface.text.indexOf("The first"),
      end: surface.text.indexOf("The last"),
    };
    expect(listener).toHaveBeenCalledExactlyOnceWith(range);
    const late = vi.fn();
    surface.onNear(late);
    expect(late).toHaveBeenCalledExactlyOnceWith(range);
    stop();
    Observer.latest.see(0);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(late).toHaveBeenCalledTimes(2);
    surface.destroy();
  });

  test("are decorated, and no others", () => {
    const { element, surface } = open(article);
    const painted = vi.fn();
    surface.onPaint(painted);
    const put = ["first", "two", "last"].map((words, index) => {
      const start = surface.text.indexOf(words);
      return { id: `s${index}`, start, end: start + words.length, flags: MARK.COMMENT, label: "" };
    });
    surface.show({ put });
    expect(element.querySelectorAll("mark")).toHaveLength(0);
    Observer.latest.see(2);
    expect([...element.querySelectorAll("mark")].map(({ textContent }) => textContent)).toEqual([
      "two",
    ]);
    expect(painted).toHaveBeenCalledTimes(2);
    surface.destroy();
  });
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
