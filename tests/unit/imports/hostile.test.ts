import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";

import { convertApart } from "@/lib/imports/convert-apart";
import type { Source } from "@/lib/imports/source";
import { fileOf, fixture, read, zipOf } from "../../support/imports";

const refusal = (key: string) => ({ name: "Invalid", key });

/** Reads it as an import does: in a process of its own. */
function readApart(source: Source, deadline?: number) {
  const listener = { progress: () => undefined, keepImage: async () => undefined };
  return convertApart(source, { ...listener, ...(deadline ? { deadline } : {}) });
}

const RELATIONS = {
  name: "_rels/.rels",
  content: Buffer.from(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
};

function docxOf(xml: string): Source {
  return fileOf(
    "a.docx",
    zipOf([RELATIONS, { name: "word/document.xml", content: Buffer.from(xml) }]),
  );
}

const words = (text: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;

describe("a file is refused with its reason", () => {
  test.each([
    ["a PDF with a password", "libreoffice-locked.pdf", "importLocked"],
    ["a PDF of pictures", "chromium-scan.pdf", "importScanned"],
    ["a Word file of before 2007", "libreoffice-german.doc", "importOldWord"],
  ])("%s", async (_, name, key) => {
    await expect(read(await fixture(name))).rejects.toMatchObject(refusal(key));
  });

  test.each([
    ["a cut-off PDF", "a.pdf", "%PDF-1.7\n1 0 obj <<", "importBroken"],
    ["something else called a PDF", "a.pdf", "Words", "importBroken"],
    ["something else called a Word file", "a.docx", "Words", "importBroken"],
    ["half of an archive", "a.epub", "PK\x03\x04half", "importBroken"],
    ["a program", "a.exe", "MZ\0\0", "importUnknown"],
    ["bytes that are no text", "a.txt", "\0".repeat(5_000), "importUnknown"],
    ["nothing but spaces", "a.txt", "  \n ", "readingEmpty"],
    ["a page without words", "a.html", "<script>1</script>", "readingEmpty"],
    ["a text of more than 5 MB", "a.txt", "word ".repeat(1_100_000), "readingTooLong"],
    ["HTML in HTML 5,000 deep", "a.html", `${"<div>".repeat(5_000)}fox`, "readingTooDeep"],
  ])("%s", async (_, name, content, key) => {
    await expect(read(fileOf(name, content))).rejects.toMatchObject(refusal(key));
  });

  test("an archive with a password", async () => {
    const locked = zipOf([{ name: "word/document.xml", content: Buffer.alloc(20) }], { flags: 1 });
    await expect(read(fileOf("a.docx", locked))).rejects.toMatchObject(refusal("importLocked"));
  });

  test("a Word file that Word has locked", async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    await expect(read(fileOf("a.docx", bytes))).rejects.toMatchObject(refusal("importLocked"));
  });

  test.each(["../../etc/passwd", "/etc/passwd", "..\\x"])(
    "an archive with the path %s",
    async (name) => {
      const bytes = zipOf([{ name, content: Buffer.from("x") }]);
      await expect(read(fileOf("a.docx", bytes))).rejects.toMatchObject(refusal("importBroken"));
    },
  );

  test("an EPUB whose book is not in it, however far the way to it leads out", async () => {
    const container =
      '<container><rootfiles><rootfile full-path="../../../etc/passwd"/></rootfiles></container>';
    const bytes = zipOf([{ name: "META-INF/container.xml", content: Buffer.from(container) }]);
    await expect(read(fileOf("a.epub", bytes))).rejects.toMatchObject(refusal("importBroken"));
  });

  test("an EPUB with a lock on its chapters", async () => {
    const encryption =
      '<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></enc:EncryptedData></encryption>';
    const bytes = zipOf([{ name: "META-INF/encryption.xml", content: Buffer.from(encryption) }]);
    await expect(read(fileOf("a.epub", bytes))).rejects.toMatchObject(refusal("importLocked"));
  });
});

describe("a bomb", () => {
  test("of a ZIP archive is not unpacked, whatever it says of its size", async () => {
    for (const claimed of [undefined, 10]) {
      const bytes = zipBomb(300 * 1024 * 1024, claimed);
      expect(bytes.length).toBeLessThan(1024 * 1024);
      await expect(read(fileOf("a.docx", bytes))).rejects.toMatchObject(
        refusal(claimed ? "importBroken" : "importTooBig"),
      );
    }
  });

  test("of entities stays what it is written as", async () => {
    const entities = ["lol", ..."123456789"].map((name, index) =>
      index === 0 ? '<!ENTITY lol "lol">' : `<!ENTITY lol${name} "${"&lol;".repeat(10)}">`,
    );
    const xml = `<!DOCTYPE w [${entities.join("")}]>${words("fox &lol9;")}`;
    const outcome = await read(docxOf(xml)).then(
      ({ text }) => text,
      ({ key }) => key,
    );
    expect(String(outcome).length).toBeLessThan(100);
  });

  test("of elements is counted before it is read", async () => {
    const source = fileOf("a.html", "<p>".repeat(2_000_000));
    await expect(read(source)).rejects.toMatchObject(refusal("importTooBig"));
  });
});

describe("apart from the server", () => {
  test("an honest file is read as it is here", async () => {
    const source = await fixture("pandoc-english.docx");
    const { converted, peakBytes } = await readApart(source);
    expect(converted.hash).toBe((await read(source)).hash);
    expect(peakBytes).toBeGreaterThan(0);
  });

  test("a refusal comes back as one", async () => {
    await expect(readApart(fileOf("a.pdf", "Words"))).rejects.toMatchObject(
      refusal("importBroken"),
    );
  });

  test("what takes too long is ended", async () => {
    const source = fileOf("a.md", "![".repeat(20_000) + "](x)".repeat(20_000));
    await expect(readApart(source, 3_000)).rejects.toMatchObject(refusal("importTooSlow"));
  });

  test("what is not wanted any more is ended", async () => {
    const wanted = new AbortController();
    wanted.abort();
    const listener = { progress: () => undefined, keepImage: async () => undefined };
    const source = await fixture("english.md");
    await expect(
      convertApart(source, { ...listener, signal: wanted.signal }),
    ).rejects.toMatchObject({ name: "AbortError" });
  });
});

/** A Word file of zeros; `claimed` is the size that it says it has. */
function zipBomb(size: number, claimed = size): Buffer {
  const packed = deflateRawSync(Buffer.alloc(size));
  const bytes = zipOf([{ name: "word/document.xml", content: packed }]);
  const local = bytes.indexOf(Buffer.from([0x50, 0x4b, 3, 4]));
  const listed = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bytes.writeUInt16LE(8, local + 8);
  bytes.writeUInt32LE(claimed, local + 22);
  bytes.writeUInt16LE(8, listed + 10);
  bytes.writeUInt32LE(claimed, listed + 24);
  return bytes;
}
