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

  test("Enter on a formula shows its source, and a dollar makes it a formula again", () => {
    type("$x$");
    editor.commands.setNodeSelection(1);
    const enter = new KeyboardEvent("keydown", { key: "Enter", bubbles: true });
    editor.view.dom.dispatchEvent(enter);
    expect(editor.getText()).toBe("$x");
    expect(editor.state.selection.from).toBe(3);
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
