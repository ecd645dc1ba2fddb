import { describe, expect, test } from "vitest";

import { readText } from "@/lib/readings/document";
import { readFrontMatter } from "@/lib/readings/front-matter";

describe("front matter", () => {
  test("says what a text is", () => {
    const { about, text } = readText({
      format: "markdown",
      text: "---\ntitle: ' A title '\nauthor: Ada\nlanguage: en\nyear: 2011\n---\n\nWords",
    });
    expect(about).toEqual({ title: "A title", author: "Ada", language: "en" });
    expect(text).toBe("Words");
  });

  test.each([
    ["title: A", { title: "A" }],
    ["", {}],
    ["# only a remark", {}],
    ["other: true", {}],
    ["title: 'It''s: so'", { title: "It's: so" }],
  ])("%j is read", (yaml, about) => {
    expect(readFrontMatter(yaml)).toEqual(about);
  });

  test.each([
    ["no YAML", "title: [a"],
    ["a tab for a space", "a:\n\t- b"],
    ["a list", "- a\n- b"],
    ["words", "just words"],
    ["a title that is a list", "title: [a, b]"],
    ["a title that is a number", "title: 1984"],
    ["a title that is too long", `title: ${"a".repeat(301)}`],
    ["a key twice", "title: a\ntitle: b"],
    ["an alias", "a: &a [x]\ntitle: *a"],
    ["aliases of aliases", bomb(9)],
  ])("that is %s says nothing", (_, yaml) => {
    expect(readFrontMatter(yaml)).toBeNull();
  });

  test("that says nothing does not cost the text", () => {
    expect(readText({ format: "markdown", text: "---\ntitle: [a\n---\n\nWords" })).toMatchObject({
      about: {},
      text: "Words",
    });
  });

  test("stands at the head, or is none", () => {
    const { about } = readText({ format: "markdown", text: "Words\n\n---\ntitle: a\n---\n" });
    expect(about).toEqual({});
  });
});

/** A few lines that would become ten to the power of `depth` words. */
function bomb(depth: number): string {
  const rows = ["l0: &l0 [x]"];
  for (let level = 1; level <= depth; level++) {
    const before = Array.from({ length: 10 }, () => `*l${level - 1}`).join(", ");
    rows.push(`l${level}: &l${level} [${before}]`);
  }
  return rows.join("\n");
}
