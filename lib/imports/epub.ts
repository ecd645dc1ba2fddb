import "server-only";

import type { Element, Root } from "hast";
import { DOMParser } from "linkedom";

import { property } from "@/lib/editor/hast/reading";
import { languageOf } from "@/lib/editor/nodes/language-span";
import { Invalid } from "@/lib/errors";
import type { Found, Tools } from "./convert";
import { licenceOf } from "./html";
import type { Source } from "./source";
import { elementsOf, findElement, make, markPages, parseHtml } from "./tree";
import { type Archive, openArchive } from "./zip";

/** Reads an EPUB, its chapters in the order of its spine, as one text. @throws Invalid */
export async function readEpub({ bytes }: Source, tools: Tools): Promise<Found> {
  const archive = await openArchive(bytes);
  await requireUnlocked(archive);
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);
  const container = await parseXml(archive, "META-INF/container.xml");
  const path = container.querySelector("rootfile")?.getAttribute("full-path") ?? "";
  const book = await parseXml(archive, path);
  const chapters = chaptersOf(book).map((href) => join(folderOf(path), href));
  const about = aboutOf(book);
  const images: Found["images"] = new Map();
  const root: Root = { type: "root", children: [] };
  for (const [index, chapter] of chapters.entries()) {
    tools.progress("parsing", index / chapters.length);
    if (!archive.has(chapter)) throw broken();
    const page = parseHtml(closeTags((await archive.read(chapter)).toString("utf8")));
    markPages(page);
    placeChapter(page, chapter, { archive, images });
    const body = findElement(page, "body");
    const html = findElement(page, "html");
    const lang =
      html && (property(html, "lang") || property(html, "xml:lang") || property(html, "xmlLang"));
    const isOther = lang && languageOf(lang) !== languageOf(about.language);
    root.children.push(make("section", body?.children ?? [], isOther ? { lang } : {}));
  }
  return { root, about, losses: [], images };
}

function broken(): Invalid {
  return new Invalid("importBroken", { field: "file" });
}

/** Scrambled fonts are common and no obstacle; anything else that is encrypted is a lock. */
async function requireUnlocked(archive: Archive): Promise<void> {
  if (!archive.has("META-INF/encryption.xml")) return;
  const encryption = await parseXml(archive, "META-INF/encryption.xml");
  const methods = [...encryption.querySelectorAll("*")]
    .filter((element) => /(^|:)EncryptionMethod$/i.test(element.tagName))
    .map((element) => element.getAttribute("Algorithm") ?? "");
  const isFont = (method: string) => /obfuscation|RC$/i.test(method);
  if (!methods.every(isFont)) throw new Invalid("importLocked", { field: "file" });
}

async function parseXml(archive: Archive, path: string) {
  if (!archive.has(path)) throw broken();
  // Nothing that a document type declares is ever expanded by this parser.
  return new DOMParser().parseFromString((await archive.read(path)).toString("utf8"), "text/xml");
}

type Xml = Awaited<ReturnType<typeof parseXml>>;

/** The files of the spine; the table of contents is made anew from the headings. */
function chaptersOf(book: Xml): string[] {
  const files = new Map(
    [...book.querySelectorAll("manifest > item")].map((entry) => [entry.getAttribute("id"), entry]),
  );
  return [...book.querySelectorAll("spine > itemref")].flatMap((reference) => {
    const entry = files.get(reference.getAttribute("idref"));
    const isContents = /\bnav\b/.test(entry?.getAttribute("properties") ?? "");
    const isText = /xhtml|html/.test(entry?.getAttribute("media-type") ?? "");
    if (!entry || isContents || !isText) return [];
    return [entry.getAttribute("href") ?? ""];
  });
}

function aboutOf(book: Xml): Record<string, string> & { language: string } {
  const said = (name: string) =>
    [...book.getElementsByTagName(`dc:${name}`)].map((each) => each.textContent ?? "");
  return {
    title: said("title")[0] ?? "",
    author: said("creator").join(", "),
    source: [...said("publisher"), ...said("source")].join(". "),
    language: said("language")[0] ?? "",
    licence: licenceOf(said("rights").join(" ")),
  };
}

/** Makes ids and addresses of a chapter those of the whole book. */
function placeChapter(
  page: Root,
  chapter: string,
  { archive, images }: { archive: Archive; images: Found["images"] },
): void {
  const folder = chapter.slice(0, chapter.lastIndexOf("/") + 1);
  for (const [element] of elementsOf(page)) {
    const id = property(element, "id");
    if (id) element.properties.id = `${chapter}#${id}`;
    const href = property(element, "href");
    if (href && !/^[a-z][a-z+.-]*:/i.test(href)) {
      const [file, fragment] = href.split("#");
      const target = file ? join(folder, decodePath(file)) : chapter;
      element.properties.href = `#${target}#${fragment ?? ""}`;
    }
    const src = imageOf(element);
    if (!src) continue;
    const path = join(folder, decodePath(src));
    if (archive.has(path)) images.set(path, () => archive.read(path));
    Object.assign(element, {
      tagName: "img",
      properties: { src: path, alt: property(element, "alt"), width: element.properties.width },
      children: [],
    });
  }
}

/** What an image shows, be it the cover, which many books wrap into a drawing. */
function imageOf(element: Element): string {
  if (element.tagName === "img") return property(element, "src");
  if (element.tagName !== "svg") return "";
  const image = findElement(element, "image");
  return image ? property(image, "xLinkHref") || property(image, "href") : "";
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A path beside another, inside the archive; `..` leads no further than to its root. */
function join(folder: string, path: string): string {
  return decodePath(new URL(path, `zip:///${folder}`).pathname.slice(1));
}

/** XHTML closes elements where HTML reads on: `<a id="p12"/>` would hold the rest of the book. */
function closeTags(xhtml: string): string {
  return xhtml.replace(
    /<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)([a-z][\w:-]*)((?:\s[^<>]*?)?)\/>/gi,
    "<$1$2></$1>",
  );
}
