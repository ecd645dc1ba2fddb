import "server-only";

import path from "node:path";

import { Invalid } from "@/lib/errors";
import type { Found, Tools } from "../convert";
import type { Source } from "../source";
import { make } from "../tree";
import { type Blocks, composeBlocks } from "./blocks";
import { readLines } from "./lines";
import { dropRunningHeads, type Page } from "./pages";

const PAGES_AT_MOST = 3_000;

/**
 * Reads the text layer of a PDF: its columns in their order, its lines joined to paragraphs, without
 * running heads, with a mark where each page begins.
 *
 * @throws Invalid when it is locked or broken, or holds pictures of pages instead of their words
 */
export async function readPdf({ bytes }: Source, tools: Tools): Promise<Found> {
  const { getDocument, OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const resources = path.resolve("node_modules/pdfjs-dist");
  const loading = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${resources}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${resources}/standard_fonts/`,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const pdf = await loading.promise;
    if (pdf.numPages > PAGES_AT_MOST) throw new Invalid("importTooBig", { field: "file" });
    const labels = await pdf.getPageLabels();
    const pages: Page[] = [];
    const pictured: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      tools.progress("parsing", number / pdf.numPages);
      const page = await pdf.getPage(number);
      const { height } = page.getViewport({ scale: 1 });
      const content = await page.getTextContent();
      const label = labels?.[number - 1] || String(number);
      pages.push({ label, height, lines: readLines(content) });
      const { fnArray } = await page.getOperatorList();
      const isPictured = fnArray.some(
        (code) => code === OPS.paintImageXObject || code === OPS.paintInlineImageXObject,
      );
      if (isPictured) pictured.push(label);
      page.cleanup();
    }
    if (pages.every(({ lines }) => lines.length === 0)) {
      throw new Invalid("importScanned", { field: "file" });
    }
    const { info } = await pdf.getMetadata();
    const root = toTree(composeBlocks(dropRunningHeads(pages)));
    const losses = pictured.map((name) => ({ kind: "pageImages" as const, name }));
    return { root, about: aboutOf(info as Record<string, unknown>), losses, images: new Map() };
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await loading.destroy();
  }
}

function refusalOf(error: unknown): unknown {
  const { name } = error as { name?: string };
  if (name === "PasswordException") return new Invalid("importLocked", { field: "file" });
  const isBroken = /^(InvalidPDF|FormatError|MissingPDF|UnknownError|XRef|Parser)/.test(name ?? "");
  return isBroken ? new Invalid("importBroken", { field: "file" }) : error;
}

function toTree({ blocks, notes }: Blocks): Found["root"] {
  return { type: "root", children: [...blocks, ...(notes.length > 0 ? [make("ol", notes)] : [])] };
}

function aboutOf(info: Record<string, unknown>): Record<string, string> {
  const said = (name: string) => (typeof info[name] === "string" ? info[name] : "");
  // Programs write the name of the file where nobody gave a title.
  const title = /\.(docx?|odt|tex|indd|dvi|pdf|html?)$/i.test(said("Title")) ? "" : said("Title");
  return { title, author: said("Author"), language: said("Language") };
}
