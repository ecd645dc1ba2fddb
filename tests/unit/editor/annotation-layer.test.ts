// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { LISTED_IDS } from "@/lib/anchoring";
import {
  AnnotationLayer,
  idsAt,
  type LayerChange,
  layerIndex,
  MARK,
  type PaintedSpan,
  paint,
} from "@/lib/editor/annotation-layer";
import { readingExtensions } from "@/lib/editor/reading-schema";

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
const image = { type: "image", attrs: { src: "https://example.org/a.png", alt: "A gate" } };

/** Four blocks, at 0, 16, 32 and 34 of the flat text. */
const content = {
  type: "doc",
  content: [
    paragraph("The quick brown"),
    paragraph("fox jumps over."),
    { type: "figure", content: [image, { ...paragraph("A gate."), type: "figcaption" }] },
  ],
};

let editor: Editor;

beforeEach(() => {
  editor = new Editor({
    element: document.body.appendChild(document.createElement("div")),
    extensions: [...readingExtensions, AnnotationLayer],
    content,
    editable: false,
    injectCSS: false,
  });
  show({ near: [0, 3] });
});

afterEach(() => {
  editor.destroy();
  document.body.replaceChildren();
});

function show(change: LayerChange): void {
  editor.view.dispatch(paint(editor.state, change));
}

function span(id: string, words: string, rest: Partial<PaintedSpan> = {}): PaintedSpan {
  const start = layerIndex(editor.state).text.indexOf(words);
  const end = start + words.length;
  return { id, start, end, flags: MARK.COMMENT, label: `Note ${id}`, ...rest };
}

/** What is painted: the words of each mark without the links in it, and its attributes. */
function marks() {
  return [...editor.view.dom.querySelectorAll<HTMLElement>(".annotation")].map((element) => {
    const { annotations, depth, kind } = element.dataset;
    return [element.textContent || element.tagName, annotations, depth, kind];
  });
}

const crowds = () => [...editor.view.dom.querySelectorAll<HTMLElement>("[data-crowd-at]")];

const blocks = () => [...editor.view.dom.children];
const links = () => [...editor.view.dom.querySelectorAll<HTMLElement>("a.annotation-link")];

describe("a painted annotation", () => {
  test("is one mark around its words, with its id, depth and kind", () => {
    show({ put: [span("a", "quick")] });
    expect(marks()).toEqual([["quick", "a", "1", "COMMENT"]]);
    expect(editor.view.dom.querySelector(".annotation")?.tagName).toBe("MARK");
  });

  test("over two blocks is a mark in each", () => {
    show({ put: [span("a", "brown\nfox")] });
    expect(marks()).toEqual([
      ["brown", "a", "1", "COMMENT"],
      ["fox", "a", "1", "COMMENT"],
    ]);
  });

  test("that overlaps another makes a run of its own with both ids", () => {
    show({ put: [span("a", "quick brown"), span("b", "The quick", { flags: MARK.HIGHLIGHT })] });
    expect(marks()).toEqual([
      ["The ", "b", "1", "HIGHLIGHT"],
      ["quick", "b a", "2", "COMMENT"],
      [" brown", "a", "1", "COMMENT"],
    ]);
  });

  test.each([
    [[MARK.HIGHLIGHT], "HIGHLIGHT"],
    [[MARK.COMMENT], "COMMENT"],
    [[MARK.QUESTION], "QUESTION"],
    [[MARK.HIGHLIGHT, MARK.COMMENT], "COMMENT"],
    [[MARK.COMMENT, MARK.QUESTION, MARK.HIGHLIGHT], "QUESTION"],
    [[MARK.PRIVATE], undefined],
    [[MARK.PRIVATE, MARK.HIGHLIGHT], "HIGHLIGHT"],
  ])("of kinds %j is of kind %s", (kinds, kind) => {
    show({ put: kinds.map((flags, index) => span(`s${index}`, "fox", { flags })) });
    expect(marks().map((mark) => mark[3])).toEqual([kind]);
    const element = editor.view.dom.querySelector(".annotation");
    expect(element?.hasAttribute("data-private")).toBe(kinds.some((each) => each === MARK.PRIVATE));
    expect(element?.hasAttribute("data-unsaved")).toBe(false);
  });

  test("that is not saved says so", () => {
    show({ put: [span("a", "fox", { flags: MARK.QUESTION | MARK.UNSAVED })] });
    const element = editor.view.dom.querySelector("[data-unsaved]");
    expect(element?.getAttribute("data-kind")).toBe("QUESTION");
  });

  test.each([1, 2, 3, 4, 9])("%d deep shows a depth of three at most", (count) => {
    show({ put: Array.from({ length: count }, (_, index) => span(`s${index}`, "fox")) });
    expect(marks().map((mark) => mark[2])).toEqual([String(Math.min(count, 3))]);
  });

  test("on an image marks the image itself", () => {
    show({ put: [span("a", "\uFFFC")] });
    expect(marks()).toEqual([["IMG", "a", "1", "COMMENT"]]);
    expect(editor.view.dom.querySelector("mark")).toBeNull();
    show({ remove: ["a"] });
    expect(marks()).toEqual([]);
    expect(editor.view.dom.querySelector("img")?.getAttribute("class")).toBeFalsy();
  });

  test("over an image and its caption marks both", () => {
    show({ put: [span("a", "\uFFFC\nA gate.")] });
    expect(marks().map(([words]) => words)).toEqual(["IMG", "A gate."]);
  });

  test("replaces the one of the same id, and goes when it is removed", () => {
    show({ put: [span("a", "quick")] });
    show({ put: [span("a", "over")] });
    expect(marks()).toEqual([["over", "a", "1", "COMMENT"]]);
    show({ remove: ["a", "never there"] });
    expect(marks()).toEqual([]);
  });
});

describe("the document under it", () => {
  test("is the same object, whatever is painted", () => {
    const { doc } = editor.state;
    show({ put: [span("a", "quick"), span("b", "brown\nfox"), span("c", "\uFFFC")] });
    show({ remove: ["b"], near: [1, 1] });
    expect(editor.state.doc).toBe(doc);
    expect(editor.getJSON()).toEqual(content);
  });

  test("has no words more than before, but the links that screen readers announce", () => {
    const before = editor.view.dom.textContent;
    show({ put: [span("a", "quick"), span("b", "brown\nfox")] });
    for (const link of links()) link.remove();
    expect(editor.view.dom.textContent).toBe(before);
  });
});

describe("blocks", () => {
  test("that are not near the view are not decorated", () => {
    show({ near: [1, 1], put: [span("a", "quick"), span("b", "jumps"), span("c", "gate")] });
    expect(marks().map((mark) => mark[1])).toEqual(["b"]);
    show({ near: [1, 3] });
    expect(marks().map((mark) => mark[1])).toEqual(["b", "c"]);
    show({ near: [0, -1] });
    expect(marks()).toEqual([]);
  });

  test("that a change does not cross keep their elements", () => {
    show({ put: [span("a", "quick"), span("b", "jumps")] });
    const [first, second] = blocks();
    const children = [...first!.childNodes];
    show({ put: [span("c", "over")] });
    show({ remove: ["b"] });
    expect(blocks().slice(0, 2)).toEqual([first, second]);
    const after = [...blocks()[0]!.childNodes];
    expect(after.every((node, index) => node === children[index])).toBe(true);
    expect(after).toHaveLength(children.length);
    expect(marks().map((mark) => mark[1])).toEqual(["a", "c"]);
  });

  test("keep their elements while others come near", () => {
    show({ near: [0, 0], put: [span("a", "quick"), span("b", "jumps")] });
    const mark = editor.view.dom.querySelector("mark");
    show({ near: [0, 2] });
    expect(editor.view.dom.querySelector("mark")).toBe(mark);
  });
});

test("what is painted depends on what lies there, not on the way to it", {
  timeout: 60_000,
}, () => {
  const places = ["The", "quick brown", "brown\nfox", "fox jumps", "over", "\uFFFC", "gate"];
  const step = fc.record({
    put: fc.array(
      fc
        .tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.constantFrom(...places))
        .map(([id, words]) => span(id, words)),
    ),
    remove: fc.array(fc.constantFrom("a", "b", "c")),
    near: fc.tuple(fc.nat(3), fc.nat(3)),
  });
  const everything = { near: [0, 3] as const, remove: ["a", "b", "c", "d", "e"] };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
      show(everything);
      const left = new Map<string, PaintedSpan>();
      let near: LayerChange["near"] = [0, 3];
      for (const change of steps) {
        show(change);
        for (const id of change.remove) left.delete(id);
        for (const each of change.put) left.set(each.id, each);
        near = change.near;
      }
      const grown = editor.view.dom.innerHTML;
      show(everything);
      show({ put: [...left.values()], near });
      expect(editor.view.dom.innerHTML).toBe(grown);
    }),
    { numRuns: 40 },
  );
});

describe("the link to a thread", () => {
  test("stands once, where its passage begins, out of the way of Tab", () => {
    show({ put: [span("a", "brown\nfox"), span("b", "fox jumps")] });
    expect(links().map((link) => [link.getAttribute("href"), link.textContent])).toEqual([
      ["#a-a", "Note a"],
      ["#a-b", "Note b"],
    ]);
    expect(links().every(({ tabIndex }) => tabIndex === -1)).toBe(true);
    expect(links().map((link) => blocks().findIndex((block) => block.contains(link)))).toEqual([
      0, 1,
    ]);
  });

  test("says something else once the thread has grown", () => {
    show({ put: [span("a", "fox")] });
    show({ put: [span("a", "fox", { label: "Note a, two comments" })] });
    expect(links().map(({ textContent }) => textContent)).toEqual(["Note a, two comments"]);
  });

  test("holds the words of its label as words", () => {
    show({ put: [span("a", "fox", { label: "<b>bold</b>" })] });
    expect(links()[0]?.textContent).toBe("<b>bold</b>");
  });
});

describe("what lies at an offset", () => {
  test("is everything painted there, in the order of the text, near the view or not", () => {
    const put = [span("a", "quick brown"), span("b", "The quick"), span("c", "quick")];
    show({ put, near: [2, 2] });
    expect(idsAt(editor.state, put[2]!.start)).toEqual(["b", "a", "c"]);
    expect(idsAt(editor.state, put[0]!.end - 1)).toEqual(["a"]);
    expect(idsAt(editor.state, put[0]!.end)).toEqual([]);
  });

  test("is also what no mark lists", () => {
    const put = Array.from({ length: LISTED_IDS + 10 }, (_, index) => span(`s${index}`, "fox"));
    show({ put });
    const listed = editor.view.dom.querySelector<HTMLElement>("mark")?.dataset.annotations;
    expect(listed?.split(" ")).toHaveLength(LISTED_IDS);
    expect(idsAt(editor.state, put[0]!.start)).toHaveLength(LISTED_IDS + 10);
  });
});

test("an editor without the layer says so", () => {
  const bare = new Editor({ extensions: readingExtensions, content });
  expect(() => layerIndex(bare.state)).toThrow("no annotation layer");
  bare.destroy();
});

describe("what screen readers are told", () => {
  const announcements = { crowd: (count: number) => `${count} here`, end: "(end)" };
  const over = () => span("a", "brown\nfox");
  const told = () =>
    [...editor.view.dom.querySelectorAll(".annotation-link")].map(({ textContent }) => textContent);

  test("is a mark's beginning, once, however many runs and blocks it has", () => {
    show({ put: [over(), span("b", "row")] });
    expect(told()).toEqual(["Note a", "Note b"]);
    expect(editor.view.dom.querySelectorAll("mark:not([role='none'])")).toHaveLength(0);
  });

  test("is its end as well for those who want all, and nothing for those who want nothing", () => {
    show({ put: [over(), span("b", "row")] });
    show({ announcements: { level: "all", ...announcements } });
    expect(told()).toEqual(["Note a", "Note b", "(end)", "(end)"]);
    show({ announcements: { level: "off", ...announcements } });
    expect(told()).toEqual([]);
    expect(marks()).not.toEqual([]);
  });

  test("is how many there are where many begin, listed in the run or not", () => {
    show({ announcements: { level: "start", ...announcements } });
    const many = Array.from({ length: LISTED_IDS + 5 }, (_, at) => span(`s${at}`, "quick"));
    show({ put: [...many, span("b", "The quick")] });
    expect(told()).toEqual(["Note b", `${LISTED_IDS + 5} here`]);
    const [crowd] = crowds();
    expect(idsAt(editor.state, Number(crowd!.dataset.crowdAt))).toHaveLength(LISTED_IDS + 6);
    show({ remove: many.slice(4).map(({ id }) => id) });
    expect(told()).toEqual(["Note b", "Note s0", "Note s1", "Note s2", "Note s3"]);
  });
});
