// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { printCopy } from "@/components/reader/print-copy";
import { planPrint } from "@/components/reader/print-plan";
import { createTextSurface, readDocument } from "@/components/reader/text-surface";
import { readText } from "@/lib/readings/document";
import { thread } from "./threads";

const TEXT = "The *quick* fox.\n\n- one\n- two";
const FLAT = "The quick fox.\none\ntwo";

beforeEach(() => {
  const Observer = class {
    observe() {}
    disconnect() {}
  };
  vi.stubGlobal("ResizeObserver", Observer);
});

afterEach(() => vi.unstubAllGlobals());

/** The text for paper with a note on each of these passages. */
function copyWith(...quotes: string[]) {
  const element = document.body.appendChild(document.createElement("div"));
  element.innerHTML = readText({ format: "markdown", text: TEXT }).html;
  const surface = createTextSurface(element, readDocument(element));
  expect(surface.text).toBe(FLAT);
  const threads = quotes.map((quote, at) => {
    const start = FLAT.indexOf(quote);
    const anchor = { start, end: start + quote.length, state: "EXACT" as const };
    return thread({ id: `${at}`, anchor });
  });
  const { notes } = planPrint(threads, new Map(threads.map((each) => [each.id, each])));
  const before = element.innerHTML;
  const copy = printCopy(surface, notes);
  expect(element.innerHTML).toBe(before);
  surface.destroy();
  return copy;
}

test("numbers stand behind their passages, inside words and across blocks", () => {
  const copy = copyWith("The qui", "quick", "fox.\none", "quick fox.\none", "two");
  for (const sign of copy.querySelectorAll("sup.print-number")) sign.prepend("[");
  expect([...copy.querySelectorAll("p")].map((each) => each.textContent)).toEqual([
    "The qui[1ck[2 fox.",
    "one[3, 4",
    "two[5",
  ]);
});

test("each number leads to its note", () => {
  const links = [...copyWith("quick", "two").querySelectorAll("sup a")];
  expect(links.map((link) => link.getAttribute("href"))).toEqual([
    "#printed-note-1",
    "#printed-note-2",
  ]);
});
