import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";

import { convertApart } from "@/lib/imports/convert-apart";
import type { Source } from "@/lib/imports/source";
import { zipOf } from "../../tests/support/imports";
import type { Row } from "../support/row";

const RUNS = 3;
const MEGABYTE = 1024 * 1024;

/**
 * Time and peak memory of bringing in a file of each kind, start of the process included, beside a
 * process that does no more than run the bare parser over it.
 */
export async function importing(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const source of await sources()) {
    const bare = await best(() => parseBare(source));
    const whole = await best(async () => {
      const begin = performance.now();
      const listener = { progress: () => undefined, keepImage: async () => undefined };
      const { peakBytes } = await convertApart(source, listener);
      return { ms: performance.now() - begin, peakBytes };
    });
    const size = `${(source.bytes.length / MEGABYTE).toFixed(2)} MB`;
    const name = `import ${source.name} (${size})`;
    rows.push(
      { name: `${name}, bare parser`, value: round(bare.ms), unit: "ms" },
      { name, value: round(whole.ms), unit: "ms", ratio: round(whole.ms / bare.ms) },
      { name: `${name}, bare parser, peak`, value: round(bare.peakBytes / MEGABYTE), unit: "MB" },
      {
        name: `${name}, peak`,
        value: round(whole.peakBytes / MEGABYTE),
        unit: "MB",
        ratio: round(whole.peakBytes / bare.peakBytes),
      },
    );
  }
  return rows;
}

interface Measured {
  ms: number;
  peakBytes: number;
}

async function best(measure: () => Promise<Measured>): Promise<Measured> {
  const runs: Measured[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await measure());
  return runs.reduce((least, each) => (each.ms < least.ms ? each : least));
}

function parseBare({ name, bytes }: Source): Promise<Measured> {
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "bench/teaching/bare-parser.ts", name.split(".").at(-1) ?? ""],
      { serialization: "advanced", stdio: ["ignore", "inherit", "inherit", "ipc"] },
    );
    child.on("message", (peakBytes: number) => {
      resolve({ ms: performance.now() - begin, peakBytes });
      child.kill();
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`The bare parser ended with ${code}`)));
    child.send(bytes);
  });
}

const PARAGRAPH =
  "The margin restores them, in part and at a distance; for where one reader writes a doubt the next will answer it, and the third will doubt the answer.";

async function sources(): Promise<Source[]> {
  const paragraphs = Array.from({ length: 7_000 }, (_, number) => `${number} ${PARAGRAPH}`);
  const html = paragraphs.map((words) => `<p>${words}</p>`).join("\n");
  const page = `<html><head><title>Book</title></head><body>${html}</body></html>`;
  const fileOf = (name: string, bytes: string | Buffer) => ({
    ...{ name, type: "", bytes: Buffer.from(bytes as string) },
  });
  return [
    fileOf("book.md", paragraphs.join("\n\n")),
    fileOf("book.html", page),
    fileOf("book.docx", docxOf(paragraphs)),
    fileOf("book.epub", epubOf(page)),
    fileOf("three-pages.pdf", await readFile("tests/fixtures/imports/chromium-columns.pdf")),
  ];
}

const entry = (name: string, content: string) => ({ name, content: Buffer.from(content) });

function docxOf(paragraphs: string[]): Buffer {
  const body = paragraphs.map((words) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`).join("");
  const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipOf([
    entry(
      "_rels/.rels",
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    entry(
      "word/document.xml",
      `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
    ),
  ]);
}

function epubOf(page: string): Buffer {
  return zipOf([
    entry("mimetype", "application/epub+zip"),
    entry(
      "META-INF/container.xml",
      '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    ),
    entry(
      "book.opf",
      '<package><metadata/><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
    ),
    entry("a.xhtml", page),
  ]);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
