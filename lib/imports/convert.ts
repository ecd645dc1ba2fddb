import "server-only";

import type { Root } from "hast";

import type { Loss } from "@/lib/editor/hast/reading";
import { Invalid } from "@/lib/errors";
import { clean, type ReadText, readText, readTree, requireShallow } from "@/lib/readings/document";
import { READING_LIMIT } from "@/lib/readings/schema";
import { readDocx } from "./docx";
import { readEpub } from "./epub";
import { gatherFootnotes } from "./footnotes";
import { readPage } from "./html";
import { type ImageFile, placeImages } from "./images";
import { readPdf } from "./pdf";
import { type ImportedAbout, importedAbout } from "./schema";
import { decode, type Format, formatOf, type Source } from "./source";

/** What a file comes to before it is mapped: a tree, and what a tree cannot say. */
export interface Found {
  root: Root;
  about: Record<string, string>;
  losses: Loss[];
  /** The images of the tree by what stands in their `src`. */
  images: Map<string, () => Promise<Uint8Array>>;
}

/** What converting needs of the outside. */
export interface Tools {
  /** Tells how far it has come: what is being done, and how much of that. */
  progress(step: Step, share: number): void;
  /** Takes an image away, so that the images of a text are never all in memory. */
  keepImage(image: ImageFile): Promise<void>;
  /** The bytes of an image of the web. @throws when it may not be or cannot be fetched */
  fetchImage(address: string): Promise<Uint8Array>;
}

export type Step = "waiting" | "fetching" | "parsing" | "images" | "mapping";

/** What a file came to. */
export interface Converted extends Omit<ReadText, "about" | "html"> {
  format: Format;
  about: ImportedAbout;
}

/**
 * Reads a file of any kind that can be brought in, as far as the schema of readings goes.
 *
 * @throws Invalid when it cannot be read, or holds no text, or too much
 */
export async function convert(source: Source, tools: Tools): Promise<Converted> {
  const format = formatOf(source);
  tools.progress("parsing", 0);
  if (format === "markdown" || format === "plain") {
    const text = decode(source.bytes);
    requireFit(text.length);
    const { html: _, about, ...read } = readText({ format, text });
    const { publication, source: taken, ...rest } = about;
    const said = { ...rest, source: [publication, taken].filter(Boolean).join(". ") };
    return { ...read, format, about: importedAbout.parse(said) };
  }
  const found = await READERS[format](source, tools);
  requireShallow(found.root);
  gatherFootnotes(found.root);
  const lost = await placeImages(found, tools);
  tools.progress("mapping", 0);
  cleanWords(found.root);
  const { html: _, about: __, losses, ...read } = readTree(found.root, {});
  requireFit(read.text.length);
  const all = [...found.losses, ...lost, ...losses];
  return { ...read, format, losses: all, about: importedAbout.parse(found.about) };
}

const READERS = { html: readPage, docx: readDocx, epub: readEpub, pdf: readPdf };

function requireFit(length: number): void {
  if (length > READING_LIMIT) throw new Invalid("readingTooLong", { field: "file" });
}

/** What PostgreSQL could not store goes, wherever it stands. */
function cleanWords(root: Root): void {
  const stack: { children: unknown[] }[] = [root];
  for (let next = stack.pop(); next; next = stack.pop()) {
    for (const child of next.children as { value?: unknown; children?: unknown[] }[]) {
      if (typeof child.value === "string") child.value = clean(child.value);
      if (child.children) stack.push({ children: child.children });
    }
  }
}
