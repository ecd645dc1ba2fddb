import { describe, expect, test } from "vitest";

import { readText } from "@/lib/readings/document";

const read = (text: string) => readText({ format: "markdown", text });

/** Lines of Markdown. */
const lines = (...each: string[]) => each.join("\n");

describe("Markdown", () => {
  test.each([
    ["a paragraph", "One\ntwo.", "<p>One two.</p>"],
    [
      "bold and italic",
      "**a** *b* ***c***",
      "<p><strong>a</strong> <em>b</em> <strong><em>c</em></strong></p>",
    ],
    ["code", "`a < b`", "<p><code>a &lt; b</code></p>"],
    [
      "a block of code",
      "```js\nlet a;\n\n  b\n```",
      '<pre>\n<code class="language-js">let a;\n\n  b</code></pre>',
    ],
    ["indented code", "    a\n      b", "<pre>\n<code>a\n  b</code></pre>"],
    ["a hard break", "a  \nb\\\nc", "<p>a<br>b<br>c</p>"],
    ["a rule", "a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"],
    [
      "a quote in a quote",
      "> a\n>\n> > b",
      "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>",
    ],
    ["a list", "- a\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"],
    ["a list in a list", "- a\n  1. b", "<ul><li><p>a</p><ol><li><p>b</p></li></ol></li></ul>"],
    ["a list that begins late", "7. a", '<ol start="7"><li><p>a</p></li></ol>'],
    ["a list that begins at nothing", "0. a", '<ol start="0"><li><p>a</p></li></ol>'],
    ["a loose list", "- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"],
    [
      "a point that begins with a quote",
      "- > a",
      "<ul><li><p></p><blockquote><p>a</p></blockquote></li></ul>",
    ],
    ["tasks", "- [x] a\n- [ ] b", "<ul><li><p>☑ a</p></li><li><p>☐ b</p></li></ul>"],
    [
      "a link",
      "[a](https://example.org/?b=1&c=2)",
      '<p><a rel="noopener" href="https://example.org/?b=1&amp;c=2">a</a></p>',
    ],
    [
      "a bare address",
      "https://example.org/a",
      '<p><a rel="noopener" href="https://example.org/a">https://example.org/a</a></p>',
    ],
    [
      "an address of mail",
      "<ada@example.org>",
      '<p><a rel="noopener" href="mailto:ada@example.org">ada@example.org</a></p>',
    ],
    ["characters by name", "&copy; &mdash; &nbsp;x &#x1F600;", "<p>© — &nbsp;x 😀</p>"],
    ["signs of HTML", "a < b \\* &lt;c&gt;", "<p>a &lt; b * &lt;c&gt;</p>"],
    ["straight and round quotation marks", "\"a\" “b” 'c' ‘d’", "<p>&quot;a&quot; “b” 'c' ‘d’</p>"],
  ])("is read: %s", (_, text, html) => {
    expect(read(text)).toMatchObject({ html, losses: [] });
  });

  test("white space is as HTML shows it", () => {
    expect(read("a   b\t\tc\n    d").text).toBe("a b c d");
    expect(read("*a * b").text).toBe("*a * b");
    expect(read("<b>a </b> b<br> c ").text).toBe("a b\uFFFCc");
    expect(read("a\u00A0\u00A0b\u3000c").text).toBe("a\u00A0\u00A0b\u3000c");
  });

  test("line ends of every system, a mark of byte order and NUL make no difference", () => {
    const { text, hash } = read("# A\n\nb\nc\n");
    for (const other of [
      "# A\r\n\r\nb\r\nc\r\n",
      "# A\r\rb\rc\r",
      "\uFEFF# A\n\nb\nc\n",
      "# A\n\nb\0\nc\n",
    ]) {
      expect(read(other)).toMatchObject({ text, hash });
    }
  });

  test("a carriage return by name is the end of a line, as in the browser", () => {
    expect(read("<pre>a&#13;&#10;b&#13;c</pre>").text).toBe("a\nb\nc");
  });

  test("half a character becomes the sign for what cannot be read", () => {
    expect(read("a\uD83Db").text).toBe("a\uFFFDb");
    expect(read("😀").text).toBe("😀");
  });

  test("the hash is that of the words", () => {
    const { hash } = read("Some words");
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(read("Some **words**").hash).toBe(hash);
    expect(read("Some word").hash).not.toBe(hash);
  });

  test.each([
    "",
    "   \n\n",
    "<!-- nothing -->",
    "---\ntitle: A\n---\n",
    "---\n\n***",
    "<script>a</script>",
    "- \n-",
    "&nbsp;",
  ])("without words is refused: %j", (text) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ key: "readingEmpty", details: { field: "text" } }),
    );
  });
});

describe("headings", () => {
  const levels = (text: string) =>
    [...read(text).html.matchAll(/<h(\d)>/g)].map(([, level]) => Number(level));

  test.each([
    ["# A", [2]],
    ["## A", [2]],
    ["###### A", [2]],
    ["# A\n\n## B\n\n### C", [2, 3, 4]],
    ["### A\n\n# B", [4, 2]],
    ["# A\n\n###### B", [2, 6]],
    ["A\n===\n\nB\n---", [2, 3]],
    ["a", []],
  ])("of %j are of levels %j, below the page's own", (text, expected) => {
    expect(levels(text)).toEqual(expected);
  });

  test("inside a quote are never above those of the page either", () => {
    expect(levels("# A\n\n> # B")).toEqual([2, 2]);
    expect(levels("> # B")).toEqual([2]);
  });
});

describe("tables", () => {
  const table = lines("| a | b | c |", "|:--|--:|:-:|", "| **1** | 2 | |");

  test("keep their heads, their alignment and their empty cells", () => {
    const { html, losses } = read(table);
    const cell = (tag: string, align: string, words: string) =>
      `<${tag} colspan="1" rowspan="1" style="text-align: ${align}"><p>${words}</p></${tag}>`;
    const head = cell("th", "left", "a") + cell("th", "right", "b") + cell("th", "center", "c");
    const row =
      cell("td", "left", "<strong>1</strong>") +
      cell("td", "right", "2") +
      cell("td", "center", "");
    expect(html).toBe(
      `<div class="table-scroll" tabindex="0"><table><tbody><tr>${head}</tr><tr>${row}</tr></tbody></table></div>`,
    );
    expect(losses).toEqual([]);
  });

  test("of HTML keep cells over several rows, and their caption before them", () => {
    const { html, text } = read(
      "<table><caption>Numbers</caption><tr><td rowspan=2 colspan=3>a<td>b<tr><td>c</table>",
    );
    expect(text).toBe("Numbers\na\nb\nc");
    expect(html).toContain('<td colspan="3" rowspan="2">');
  });

  test.each(["0", "-2", "x", "99999999"])("take no %s for a number of columns", (span) => {
    expect(read(`<table><tr><td colspan="${span}">a</table>`).html).toContain('colspan="1"');
  });
});

describe("footnotes", () => {
  const text = lines(
    "One[^b] two[^a] three[^b].",
    "",
    "[^a]: First **written**.",
    "[^b]: Second.",
    "",
    "    In two paragraphs.",
  );

  test("are numbered by their references, and stand at the end", () => {
    expect(read(text).text).toBe(
      "One\uFFFC two\uFFFC three\uFFFC.\nSecond.\nIn two paragraphs.\nFirst written.",
    );
  });

  test("of several references lead back to the first", () => {
    const { html, losses } = read(text);
    expect([...html.matchAll(/id="(fn[^"]*)"/g)].map(([, id]) => id)).toEqual([
      ...["fnref-1", "fnref-2", "fnref-1-2"],
      ...["fn-1", "fn-2"],
    ]);
    expect(html.match(/role="doc-backlink"/g)).toHaveLength(2);
    expect(html).not.toContain("Footnotes");
    expect(losses).toEqual([]);
  });

  test("that nobody refers to are left out, and a reference to none stays as it is", () => {
    expect(read("a[^none]\n\n[^b]: B").text).toBe("a[^none]");
  });
});

describe("words in another language", () => {
  test("keep it", () => {
    expect(read('A <span lang="FR-fr">mot</span>.').html).toBe(
      '<p>A <span lang="fr-FR">mot</span>.</p>',
    );
    expect(read('<p lang="de">Ein <em lang="la">verbum</em></p>').html).toBe(
      '<p><span lang="de">Ein </span><span lang="la"><em>verbum</em></span></p>',
    );
  });

  test("lose what is no language", () => {
    expect(read('<span lang="not a language">a</span>').html).toBe("<p>a</p>");
  });
});
