import { describe, expect, test } from "vitest";

import { snippetOf } from "@/lib/search/snippet";

/** The words that are marked. */
function marked(text: string, terms: string[], words: string[] = []) {
  const snippet = snippetOf(text, terms, new Set(words));
  return snippet.hits.map(({ start, end }) => snippet.text.slice(start, end));
}

describe("what is marked", () => {
  test.each([
    ["whatever the case", "A Fox", ["fox"], ["Fox"]],
    ["with accents, looked for without", "Un élève", ["eleve"], ["élève"]],
    ["without accents, looked for with", "Un eleve", ["élève"], ["eleve"]],
    ["with accents that stand alone", "de\u0301ja\u0300 vu", ["deja"], ["de\u0301ja\u0300"]],
    ["in Chinese, inside a run of it", "百家争鸣", ["争鸣"], ["争鸣"]],
    ["behind characters of two units", "😀😀 fox", ["fox"], ["fox"]],
    ["several times", "fox, fox", ["fox"], ["fox", "fox"]],
    ["once where two words lie in each other", "foxes", ["fox", "foxes"], ["foxes"]],
  ])("%s", (_, text, terms, expected) => {
    expect(marked(text, terms)).toEqual(expected);
  });

  test("other forms that the database knows", () => {
    expect(marked("She runs and ran", [], ["runs"])).toEqual(["runs"]);
  });

  test("nothing without words to look for", () => {
    expect(snippetOf("A fox", [])).toEqual({ text: "A fox", hits: [] });
  });
});

describe("what is shown of a long text", () => {
  const long = `${"before ".repeat(60)}fox${" after".repeat(60)}`;

  test("is what stands around the first hit", () => {
    const { text, hits } = snippetOf(long, ["fox"]);
    expect(text.length).toBeLessThan(300);
    expect(text).toMatch(/^…before .*fox.* after…$/);
    expect(hits).toEqual([{ start: text.indexOf("fox"), end: text.indexOf("fox") + 3 }]);
  });

  test("is its beginning where nothing is hit", () => {
    expect(snippetOf(long, ["zebra"]).text).toMatch(/^before before/);
  });

  test("never ends in half a character", () => {
    for (let lead = 0; lead < 6; lead += 1) {
      const { text } = snippetOf(`${"x".repeat(lead)}${"😀".repeat(300)}fox${"😀".repeat(300)}`, [
        "fox",
      ]);
      expect(text).not.toMatch(/\p{Cs}/u);
    }
  });
});
