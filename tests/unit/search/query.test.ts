import { describe, expect, test } from "vitest";

import { isEmptyQuery, parseQuery } from "@/lib/search/query";

function texts(query: string) {
  return parseQuery(query).terms.map(({ text }) => text);
}

describe("words", () => {
  test.each([
    ["brown fox", ["brown", "fox"]],
    ['"brown fox" dog', ["brown fox", "dog"]],
    ['"brown fox', ["brown fox"]],
    ["fox fox", ["fox"]],
    ["百家争鸣", ["百家争鸣"]],
    ["https://example.edu/a?b", ["https://example.edu/a?b"]],
    ["who:me", ["who:me"]],
    ["  ", []],
    ["- ! ?", []],
    ["C++ €", ["C++", "€"]],
  ])("of %j", (query, expected) => {
    expect(texts(query)).toEqual(expected);
  });

  test("are eight at most", () => {
    expect(texts("a b c d e f g h i j")).toHaveLength(8);
  });

  test.each([
    ["brow", true],
    ["brow ", false],
    ['"brow"', false],
    ["fox kind:question", false],
    ["kind:question fo", true],
  ])("%j ends in one that is still being typed: %j", (query, isPrefix) => {
    expect(parseQuery(query, { isTyping: true }).terms.at(-1)?.isPrefix).toBe(isPrefix);
    expect(parseQuery(query).terms.every((term) => !term.isPrefix)).toBe(true);
  });
});

describe("filters", () => {
  test("are taken out of the words", () => {
    expect(
      parseQuery(
        'fox from:"Ada Lovelace" FROM:me tag:#Method kind:question kind:Reply is:unanswered before:2026-11-01 after:2026-09-01',
      ),
    ).toMatchObject({
      terms: [{ text: "fox" }],
      from: ["Ada Lovelace", "me"],
      tags: ["method"],
      kinds: ["question", "reply"],
      is: ["unanswered"],
      before: "2026-11-01",
      after: "2026-09-01",
    });
  });

  test("tell what is left of the query without them", () => {
    const { filters } = parseQuery('fox from:"Ada Lovelace" is:unanswered dog');
    expect(filters).toEqual([
      { text: 'from:"Ada Lovelace"', rest: "fox is:unanswered dog", isWrong: false },
      { text: "is:unanswered", rest: 'fox from:"Ada Lovelace" dog', isWrong: false },
    ]);
  });

  test.each([
    "kind:essay",
    "is:done",
    "before:yesterday",
    "after:2026-02-30",
    'from:""',
    'tag:"  "',
  ])("that cannot be meant, such as %j, are told and narrow nothing", (query) => {
    const parsed = parseQuery(query);
    expect(parsed.filters).toMatchObject([{ isWrong: true }]);
    expect(isEmptyQuery(parsed)).toBe(true);
  });

  test("alone are something to look for", () => {
    expect(isEmptyQuery(parseQuery("is:unanswered"))).toBe(false);
    expect(isEmptyQuery(parseQuery(""))).toBe(true);
  });
});
