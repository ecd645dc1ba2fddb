import { describe, expect, test } from "vitest";

import { readText } from "@/lib/readings/document";

const read = (text: string) => readText({ format: "markdown", text });

describe("HTML inside Markdown", () => {
  test.each([
    ["blocks", "<div>a <p>b</p> c</div>", "<p>a</p><p>b</p><p>c</p>"],
    ["what stands around", "<section><article>a</article></section>", "<p>a</p>"],
    ["raised and lowered", "H<sub>2</sub>O x<sup>2</sup>", "<p>H<sub>2</sub>O x<sup>2</sup></p>"],
    [
      "other names",
      "<b>a</b><i>b</i><kbd>c</kbd><cite>d</cite>",
      "<p><strong>a</strong><em>b</em><code>c</code><em>d</em></p>",
    ],
    ["a quotation", "<q>a</q>", "<p>“a”</p>"],
    ["a list of terms", "<dl><dt>a<dd>b</dl>", "<p>a</p><p>b</p>"],
    ["a line break", "a<br>b", "<p>a<br>b</p>"],
    ["a tag that nobody knows", "<x-y onclick=alert(1)>a</x-y>", "<p>a</p>"],
    ["attributes", '<p id=a class="b" style="color:red" onclick="x">a</p>', "<p>a</p>"],
    ["comments", "a <!-- b --> c", "<p>a c</p>"],
    ["tags that do not close", "<b>a", "<p><strong>a</strong></p>"],
    ["words outside everything", "</p></div>a", "<p></p><p>a</p>"],
  ])("is read: %s", (_, text, html) => {
    expect(read(text)).toMatchObject({ html: html.replace("<p></p>", ""), losses: [] });
  });

  test.each([
    ["script", "<script>alert(1)</script>"],
    ["style", "<style>p{}</style>"],
    ["iframe", '<iframe src="https://example.org">inside</iframe>'],
    ["object", "<object data=x>inside</object>"],
    ["video", "<video src=x>inside</video>"],
    ["svg", "<svg><script>alert(1)</script><text>inside</text></svg>"],
    ["math", "<math><mi>inside</mi></math>"],
    ["form", "<form><p>inside</p></form>"],
    ["button", "<button>inside</button>"],
    ["textarea", "<textarea>inside</textarea>"],
    ["template", "<template><p>inside</p></template>"],
    ["noscript", "<noscript>inside</noscript>"],
  ])("%s goes with all that is in it, and is listed", (name, html) => {
    const { text, losses, html: made } = read(`a\n\n${html}\n\nb`);
    expect(text).toBe("a\nb");
    expect(losses).toEqual([{ kind: "element", name }]);
    expect(made).not.toMatch(/inside|alert/);
  });

  test("a style that changes what the words say is lost and listed, the words stay", () => {
    expect(read("~~a~~ <u>b</u>")).toMatchObject({
      text: "a b",
      losses: [
        { kind: "style", name: "del" },
        { kind: "style", name: "u" },
      ],
    });
  });
});

describe("links", () => {
  test.each([
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "java&#9;script:alert(1)",
    "vbscript:a",
    "data:text/html,a",
    "/home",
    "other.html",
    "//example.org",
    "#part",
    "https://",
  ])("to %s are unwrapped and listed", (href) => {
    const { html, losses } = read(`See <a href="${href}">there</a>.`);
    expect(html).toBe("<p>See there.</p>");
    expect(losses).toMatchObject([{ kind: "link" }]);
  });

  test("of Markdown are held to the same", () => {
    expect(read("[a](javascript:alert(1))")).toMatchObject({
      html: "<p>a</p>",
      losses: [{ kind: "link", name: "javascript:alert(1)" }],
    });
  });

  test("without an address are words", () => {
    expect(read("<a name=x>a</a>")).toMatchObject({ html: "<p>a</p>", losses: [] });
  });
});

describe("images", () => {
  const src = "https://example.org/a.png";
  const img = (alt: string) => `<img loading="lazy" decoding="async" src="${src}" alt="${alt}">`;

  test("from the web stand in figures, with what they say", () => {
    const { html, text, losses } = read(`![A gate](${src})`);
    expect(html).toBe(`<figure>${img("A gate")}</figure>`);
    expect(text).toBe("\uFFFC");
    expect(losses).toEqual([]);
  });

  test("among words part them", () => {
    expect(read(`Before ![A gate](${src}) after.`).html).toBe(
      `<p>Before</p><figure>${img("A gate")}</figure><p>after.</p>`,
    );
  });

  test("keep their caption", () => {
    const figure = `<figure><img src="${src}" alt="A gate"><figcaption>The <b>gate</b></figcaption></figure>`;
    expect(read(figure).html).toBe(
      `<figure>${img("A gate")}<figcaption>The <strong>gate</strong></figcaption></figure>`,
    );
  });

  test("keep their words also where a caption stands over two of them", () => {
    const two = `<img src="${src}" alt="A gate">`.repeat(2);
    const { html } = read(`<figure>${two}<figcaption>Gates</figcaption></figure>`);
    expect(html).toBe(`<figure>${img("A gate")}</figure>`.repeat(2).concat("<p>Gates</p>"));
  });

  test("that say nothing are kept, and that is listed", () => {
    expect(read(`![](${src})`).losses).toEqual([{ kind: "imageWords", name: src }]);
  });

  test.each(["http://example.org/a.png", "a.png", "data:image/png;base64,AA", "javascript:a", ""])(
    "from %j are left out and listed",
    (address) => {
      const { text, losses } = read(`a <img src="${address}" alt="A gate"> b`);
      expect(text).toBe("a b");
      expect(losses).toEqual([{ kind: "image", name: address }]);
    },
  );
});

describe("what is nested too deeply", () => {
  test.each([
    ["quotes", ">".repeat(10_000)],
    ["quotes with words", `${">".repeat(10_000)} a`],
    ["boxes", `${"<div>".repeat(10_000)}a`],
    ["closed boxes", `${"<div>".repeat(10_000)}a${"</div>".repeat(10_000)}`],
    ["spans", `${"<span>".repeat(10_000)}a`],
    ["bold in bold", `${"<b>".repeat(10_000)}a`],
    ["tables", `${"<table><tr><td>".repeat(3_000)}a`],
    ["lists", `${"- ".repeat(150)}a`],
  ])("is refused, not read until the stack ends: %s", { timeout: 60_000 }, (_, text) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ key: "readingTooDeep", details: { field: "text" } }),
    );
  });

  test("is not what people write", () => {
    expect(read(`${">".repeat(20)} a`).text).toBe("a");
    expect(read(`${"<div>".repeat(40)}a`).text).toBe("a");
  });
});
