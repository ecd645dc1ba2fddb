// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import { afterEach, describe, expect, test } from "vitest";

import { drawFormula } from "@/components/reader/draw-formula";
import { MathWriting } from "@/components/reader/math-writing";
import { commentExtensions, wordCountOf } from "@/lib/editor/comment-schema";

let editor: Editor;

afterEach(() => editor?.destroy());

function type(words: string): void {
  editor = new Editor({ extensions: [...commentExtensions, MathWriting], injectCSS: false });
  for (const letter of words) {
    const { from, to } = editor.state.selection;
    const insert = () => editor.state.tr.insertText(letter, from, to);
    const isTaken = editor.view.someProp("handleTextInput", (handle) =>
      handle(editor.view, from, to, letter, insert),
    );
    if (!isTaken) editor.view.dispatch(insert());
  }
}

const paragraph = () => editor.getJSON().content?.[0]?.content;

describe("typing", () => {
  test("a formula between dollars makes it one", () => {
    type("Is $x^2 + 1$ even?");
    expect(paragraph()).toEqual([
      { type: "text", text: "Is " },
      { type: "inlineMath", attrs: { latex: "x^2 + 1" } },
      { type: "text", text: " even?" },
    ]);
  });

  test("two dollars on both sides make one on a line of its own", () => {
    type("$$\\sum_i i$$");
    expect(editor.getJSON().content?.[0]).toEqual({
      ...{ type: "blockMath", attrs: { latex: "\\sum_i i" } },
    });
  });

  test.each(["It costs $5 or $6 now", "a $ b $", "$$", "\\$a$", "$ $"])(
    "%s is no formula",
    (words) => {
      type(words);
      expect(paragraph()).toEqual([{ type: "text", text: words }]);
    },
  );
});

describe("a drawn formula", () => {
  const press = (key: string, also: KeyboardEventInit = {}) =>
    editor.view.dom.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...also }));
  const open = (words = "$x$") => {
    type(words);
    editor.commands.setNodeSelection(words.startsWith("$$") ? 0 : 1);
    press("Enter");
  };
  const inline = (latex: string) => [{ type: "inlineMath", attrs: { latex } }];

  test("shows its source between its dollars with Enter, the caret before the last", () => {
    open();
    expect(paragraph()).toEqual([{ type: "text", text: "$x$" }]);
    expect(editor.state.selection.from).toBe(3);
    expect(editor.view.dom.querySelector(".formula-source")?.textContent).toBe("$x$");
  });

  test.each(["Enter", "Escape"])("is one again with %s, as it was changed", (key) => {
    open();
    editor.commands.insertContent("^2");
    press(key);
    expect(paragraph()).toEqual(inline("x^2"));
    expect(editor.view.dom.querySelector(".formula-source")).toBeNull();
  });

  test("is one again when the caret leaves it, when it is posted, and with its last dollar", () => {
    open();
    editor.commands.setTextSelection(4);
    expect(paragraph()).toEqual(inline("x"));
    editor.commands.setNodeSelection(1);
    press("Enter");
    press("Enter", { ctrlKey: true });
    expect(paragraph()?.slice(0, 1)).toEqual(inline("x"));
    editor.commands.setContent({
      type: "doc",
      content: [{ type: "paragraph", content: inline("x") }],
    });
    editor.commands.setNodeSelection(1);
    press("Enter");
    const { from, to } = editor.state.selection;
    const insert = () => editor.state.tr.insertText("$", from, to);
    editor.view.someProp("handleTextInput", (handle) => handle(editor.view, from, to, "$", insert));
    expect(paragraph()).toEqual(inline("x"));
  });

  test("on a line of its own comes back there", () => {
    open("$$y$$");
    editor.commands.insertContent("^3");
    press("Enter");
    expect(editor.getJSON().content?.[0]).toEqual({ type: "blockMath", attrs: { latex: "y^3" } });
  });

  test("stays the words that it is where its source is none any more", () => {
    open();
    editor.commands.setContent("<p>Never mind.</p>");
    expect(editor.getText()).toBe("Never mind.");
    editor.destroy();
    open();
    editor.commands.deleteRange({ from: 2, to: 4 });
    editor.commands.setTextSelection(1);
    expect(paragraph()).toEqual([{ type: "text", text: "$" }]);
  });

  test("is copied as it is typed, and pasted from where it was read as what it is", () => {
    type("So $x^2$ it is");
    const slice = editor.state.doc.slice(0, editor.state.doc.content.size);
    const serialize = editor.view.someProp("clipboardTextSerializer");
    expect(serialize?.(slice, editor.view)).toBe("So $x^2$ it is");
    const element = document.createElement("p");
    drawFormula(element, "x^2", false);
    editor.commands.setContent(element.outerHTML);
    expect(paragraph()).toEqual(inline("x^2"));
  });
});

describe("drawing", () => {
  const draw = (latex: string) => {
    const element = document.createElement("span");
    return { isDrawn: drawFormula(element, latex, false), element };
  };

  test("gives the formula to eyes and to screen readers", () => {
    const { isDrawn, element } = draw("\\frac{a}{b}");
    expect(isDrawn).toBe(true);
    expect(element.querySelector("math mfrac")).not.toBeNull();
  });

  test.each(["\\frac{", "\\nosuchthing", "\\def\\a{\\a\\a}\\a"])("leaves %s alone", (latex) => {
    const { isDrawn, element } = draw(latex);
    expect(isDrawn).toBe(false);
    expect(element.childNodes).toHaveLength(0);
  });

  test.each(["\\href{javascript:alert(1)}{x}", "\\includegraphics{https://a.example/x.png}"])(
    "makes no address of %s",
    (latex) => {
      const { element } = draw(latex);
      expect(element.querySelector("a, img, [href], [src]")).toBeNull();
    },
  );

  test("makes nothing larger than it may be", () => {
    const { element } = draw("\\rule{9999em}{9999em}");
    expect(element.innerHTML).not.toContain("9999em;");
    expect(element.innerHTML).toContain("20em");
  });
});

test("words are counted as the server counts them", () => {
  type("One two, $x$ three.");
  expect(wordCountOf(editor.state.doc)).toBe(4);
});
