import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";

import { renderDocument } from "@/lib/readings/document";
import { readArticle } from "@/prisma/demo/article";

const article = await readArticle();
const file = await readFile("content/cpc-international-exchanges.md", "utf8");
const source = file.slice(file.indexOf("---", 3) + 4);

const counts = (text: string, signs: string) =>
  Object.fromEntries([...signs].map((sign) => [sign, text.split(sign).length - 1]));

describe("the article that ships with Postil", () => {
  test("names its title, author and source", () => {
    expect(article).toMatchObject({
      title: "CPC's International Exchanges in the New Era",
      author: "Chen Fengxiang",
      language: "en",
    });
    expect(article.source).toMatch(/^Guangming Daily\. /);
  });

  test("has every paragraph, word for word", () => {
    const paragraphs = source.trim().split(/\n\n+/);
    expect(article.text.split("\n")).toEqual(paragraphs);
    expect(paragraphs).toHaveLength(8);
    expect(paragraphs.at(-1)).toBe("(Guangming Daily)");
  });

  test("keeps every quotation mark, apostrophe and dash as it was given", () => {
    const signs = "“”‘’'\"–—-";
    expect(counts(article.text, signs)).toEqual(counts(source, signs));
    expect(counts(article.text, "“”")).toEqual({ "“": 2, "”": 2 });
  });

  test("holds nothing but its paragraphs", () => {
    const { html } = renderDocument(article.document);
    expect(html.match(/<\w+/g)).toEqual(Array.from({ length: 8 }, () => "<p"));
  });
});
