import "server-only";

import { DOMParser } from "linkedom";
import mammoth from "mammoth";

import type { Loss } from "@/lib/editor/hast/reading";
import { Invalid } from "@/lib/errors";
import type { Found } from "./convert";
import { bodyOf } from "./html";
import type { Source } from "./source";
import { parseHtml } from "./tree";
import { type Archive, openArchive } from "./zip";

/** Reads a document of Word or LibreOffice (Office Open XML). @throws Invalid */
export async function readDocx({ bytes }: Source): Promise<Found> {
  const archive = await openArchive(bytes);
  if (!archive.has("word/document.xml")) throw new Invalid("importBroken", { field: "file" });
  const images: Found["images"] = new Map();
  const { value, messages } = await toHtml(archive, images);
  const losses = messages.flatMap(({ message }) => lossOf(message));
  const comments = await parse(archive, "word/comments.xml");
  if (comments?.getElementsByTagName("w:comment").length) {
    losses.push({ kind: "element", name: "comments" });
  }
  return { root: bodyOf(parseHtml(value)), about: await readAbout(archive), losses, images };
}

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "p[style-name='Preformatted Text'] => pre:separator('\\n')",
  "r[style-name='Verbatim Char'] => code",
  "strike => s",
  "u => u",
];

async function toHtml(archive: Archive, images: Found["images"]) {
  // Mammoth would unpack the archive itself, and whatever it is said to hold: it takes an open one.
  const file = {
    exists: (name: string) => archive.has(name),
    async read(name: string, encoding?: "base64" | "utf8") {
      const content = await archive.read(name);
      return encoding ? content.toString(encoding) : new Uint8Array(content);
    },
    write: () => undefined,
  };
  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = `word-image:${images.size + 1}`;
    images.set(src, async () => new Uint8Array(await image.readAsArrayBuffer()));
    return { src };
  });
  try {
    const input = { file } as unknown as { buffer: Buffer };
    return await mammoth.convertToHtml(input, { convertImage, styleMap: STYLES });
  } catch (error) {
    if (error instanceof Invalid || error instanceof RangeError) throw error;
    throw new Invalid("importBroken", { field: "file" });
  }
}

function lossOf(message: string): Loss[] {
  const element = /unrecognised element was ignored: (?:\{[^}]*\})?(\S+)/.exec(message)?.[1];
  return element ? [{ kind: "element", name: element }] : [];
}

async function readAbout(archive: Archive): Promise<Record<string, string>> {
  const core = await parse(archive, "docProps/core.xml");
  const styles = await parse(archive, "word/styles.xml");
  const said = (name: string) => core?.getElementsByTagName(name)[0]?.textContent ?? "";
  const language = styles?.getElementsByTagName("w:lang")[0]?.getAttribute("w:val") ?? "";
  return {
    title: said("dc:title"),
    author: said("dc:creator"),
    language: said("dc:language") || language,
  };
}

/** Nothing that a document type declares is ever expanded by this parser. */
async function parse(archive: Archive, name: string) {
  if (!archive.has(name)) return null;
  const xml = (await archive.read(name)).toString("utf8");
  return new DOMParser().parseFromString(xml, "text/xml");
}
