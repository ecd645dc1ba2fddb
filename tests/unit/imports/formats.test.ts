import { describe, expect, test } from "vitest";

import { findUnfinished } from "@/lib/editor/reading-document";
import { readingSchema } from "@/lib/editor/reading-schema";
import { fileOf, fixture, read } from "../../support/imports";

describe("a text by Montaigne keeps what makes it one", () => {
  test.each(["pandoc-english.docx", "pandoc-english.html", "english.md"])("in %s", async (name) => {
    const { html, document, about } = await read(await fixture(name));
    expect(about).toMatchObject({ title: "Of Books" });
    expect(about.author).toBe("Michel de Montaigne");
    expect(html).toMatch(/<h3 id="[^"]*">Fancies of my own<\/h3>/);
    expect(html).toContain("<strong>myself</strong>");
    expect(html).toContain('href="https://www.gutenberg.org/ebooks/3600">whole text</a>');
    expect(html).toMatch(/<blockquote><p>The fruit of both/);
    expect(html).toMatch(/<ol><li><p>Plutarch<\/p><\/li><li><p>Seneca<\/p><\/li><\/ol>/);
    expect(html).toMatch(/<li><p>and I never meddle with any,<\/p><ul><li><p>but at such times/);
    expect(html).toMatch(/<th[^>]*><p>Author<\/p><\/th>/);
    expect(html).toContain("<em>Lives</em>");
    expect(html).toMatch(/trade\.<sup data-note="1"/);
    expect(html).toMatch(/<div><p>He read no Greek with ease.<\/p><\/div>/);
    expect(findUnfinished(readingSchema.nodeFromJSON(document)).looseFootnotes).toEqual([]);
  });
});

describe("a Word file", () => {
  test("brings its images along, encoded anew, and loses nothing unsaid", async () => {
    const { html, images, losses } = await read(await fixture("pandoc-english.docx"));
    expect(images).toMatchObject([{ width: 64, height: 64 }]);
    expect(html).toContain(`src="/api/v1/images/${images[0]?.id}"`);
    expect(html).toContain('alt="A square of ink"');
    expect(losses).toEqual([]);
  });

  test("of LibreOffice is read as one of pandoc is", async () => {
    const { html, about } = await read(await fixture("libreoffice-german.docx"));
    expect(about).toMatchObject({ title: "Über das Lesen", author: "Arthur Schopenhauer" });
    expect(html).toMatch(/<h2 id="[^"]*">Über Lesen und Bücher<\/h2>/);
    expect(html).toContain("<li><p>Größe</p></li>");
    expect(html).toContain("<p>1851</p>");
  });
});

describe("an EPUB", () => {
  test("is one text of all its chapters, with notes and images", async () => {
    const { html, about, images } = await read(await fixture("pandoc-french.epub"));
    expect(about).toEqual({
      title: "Vingt mille lieues sous les mers",
      author: "Jules Verne",
      source: "Hetzel",
      language: "fr",
      licence: "public-domain",
    });
    expect(html).toMatch(/<h2[^>]*>Un écueil fuyant<\/h2>.*<h2[^>]*>Le pour et le contre<\/h2>/s);
    expect(html).toMatch(/oublié\.<sup data-note="1"/);
    expect(html).toContain("<p>Chapitre premier.</p>");
    expect(html).toContain("<figcaption>La baleine</figcaption>");
    expect(images).toHaveLength(1);
  });

  test.each([
    ["pandoc-arabic.epub", "ar", "ابن المقفع", "زعموا أن تاجرا كان له بنون"],
    ["pandoc-japanese.epub", "ja", "芥川龍之介", "ある日の暮方の事である。"],
  ])("%s is read in its own script", async (name, language, author, words) => {
    const { text, about } = await read(await fixture(name));
    expect(about).toMatchObject({ language, author });
    expect(text).toContain(words);
  });
});

describe("a PDF", () => {
  test("is read column by column, without running heads, its hyphens joined", async () => {
    const { text, html } = await read(await fixture("chromium-columns.pdf"));
    expect(text).not.toMatch(/a talk/);
    expect(text).not.toMatch(/\p{Ll}- /u);
    const once =
      "its author sat among hearers whose objections are now lost to us. The margin restores them, in part and at a distance; for where one reader writes a doubt the next will answer it.";
    expect(text.replaceAll(/\uFFFC ?/g, "").split(once).length - 1).toBe(9);
    expect(text).toContain("the indefatigable correct the printer");
    const headings = [...html.matchAll(/<(h\d)[^>]*>(?:<span[^>]*><\/span>)?([^<]+)/g)];
    expect(headings.map(([, level, words]) => [level, words])).toEqual([
      ["h2", "On Margins"],
      ["h3", "The first part"],
      ["h3", "The second part"],
      ["h3", "The third part"],
    ]);
  });

  test("keeps a mark where each page begins, by its printed number", async () => {
    const { html } = await read(await fixture("chromium-columns.pdf"));
    const marks = [...html.matchAll(/role="doc-pagebreak" aria-label="(\d+)"/g)];
    expect(marks.map(([, page]) => page)).toEqual(["1", "2", "3"]);
  });

  test("has its notes, lists and tables found, and names the pages of its images", async () => {
    const { html, losses } = await read(await fixture("libreoffice-english.pdf"));
    expect(html).toMatch(/trade\.<sup data-note="1"/);
    expect(html).toContain("<p>He read no Greek with ease.</p>");
    expect(html).toContain("<li><p>and I never meddle with any,</p></li>");
    expect(html).toMatch(/<tr><td[^>]*><p>Seneca<\/p><\/td><td[^>]*><p>Letters<\/p>/);
    expect(losses).toEqual([{ kind: "pageImages", name: "2" }]);
  });
});

describe("a saved page", () => {
  test("of LibreOffice keeps its table", async () => {
    const { html, about } = await read(await fixture("libreoffice-german.html"));
    expect(about.author).toBe("Arthur Schopenhauer");
    expect(html).toMatch(/<th[^>]*><p>Werk<\/p><\/th>/);
  });

  test("in an old encoding is read in that", async () => {
    const page = Buffer.from('<meta charset="iso-8859-1"><p>Größe</p>', "latin1");
    expect((await read(fileOf("a.html", page))).text).toBe("Größe");
  });

  test("says what was left out of it", async () => {
    const { losses } = await read(
      fileOf("a.html", '<p>Words <u>here</u></p><video src="a.mp4"></video><img src="b.png">'),
    );
    expect(losses).toEqual([
      { kind: "style", name: "u" },
      { kind: "element", name: "video" },
      { kind: "image", name: "b.png" },
    ]);
  });

  test.each([
    ["https://creativecommons.org/licenses/by-sa/4.0/", "cc-by-sa"],
    ["https://creativecommons.org/publicdomain/zero/1.0/", "cc0"],
    ["https://example.org/terms", ""],
  ])("under %s has the licence %j", async (href, licence) => {
    const { about } = await read(fileOf("a.html", `<link rel="license" href="${href}"><p>Words`));
    expect(about.licence).toBe(licence);
  });

  test("copied out of Word has its notes in their place", async () => {
    const { html } = await read(
      fileOf(
        "a.html",
        `<p>Words<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> go on.</p>
         <div><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> A note.</p></div></div>`,
      ),
    );
    expect(html).toMatch(/^<p>Words<sup data-note="1"[^>]*>.*<\/sup> go on\.<\/p><section/);
    expect(html).toContain("<p>A note.</p>");
  });
});

test("plain text of an old machine is read", async () => {
  expect((await read(fileOf("a.txt", Buffer.from("caf\xE9", "latin1")))).text).toBe("café");
  const wide = Buffer.from("\uFEFFcafé", "utf16le");
  expect((await read(fileOf("a.txt", wide))).text).toBe("café");
});
