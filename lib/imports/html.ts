import "server-only";

import { Readability } from "@mozilla/readability";
import type { Element, Root } from "hast";
import { parseHTML } from "linkedom";
import { property } from "@/lib/editor/hast/reading";
import { languageOf } from "@/lib/editor/nodes/language-span";
import type { Found } from "./convert";
import { decode, type Source } from "./source";
import { elementsOf, findElement, markPages, parseHtml, textOf } from "./tree";

/**
 * Reads a page: all of a file that somebody has saved, and of a page of the web the article in it,
 * without menus and advertisements.
 *
 * @throws Invalid
 */
export async function readPage({ bytes, type, address }: Source): Promise<Found> {
  const head = bytes.subarray(0, 2_048).toString("latin1");
  const named =
    /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? /charset=["']?([\w-]+)/i.exec(head)?.[1];
  const html = decode(bytes, named);
  const page = parseHtml(html);
  const about = aboutOf(page);
  const article = address ? articleOf(html) : null;
  const root = bodyOf(article ? parseHtml(article.content) : page);
  if (article) {
    about.title ||= article.title;
    about.author ||= article.author;
  }
  if (address) {
    about.source ||= address;
    resolveAddresses(root, address);
  }
  markPages(root);
  return { root, about, losses: [], images: new Map() };
}

/** What is shown of a page: its head is read for itself. */
export function bodyOf(page: Root): Root {
  return { type: "root", children: findElement(page, "body")?.children ?? [] };
}

/** What the head of a page says about it, in the words that publishers and scholars use. */
function aboutOf(page: Root): Record<string, string> {
  const metas = new Map<string, string>();
  let licence = "";
  for (const [element] of elementsOf(page)) {
    if (element.tagName === "body") break;
    const name = (property(element, "name") || property(element, "property")).toLowerCase();
    if (element.tagName === "meta" && name && !metas.has(name)) {
      metas.set(name, property(element, "content"));
    }
    if (element.tagName === "link" && [element.properties.rel].flat().includes("license")) {
      licence = property(element, "href");
    }
  }
  const said = (...names: string[]) => names.map((name) => metas.get(name)).find(Boolean) ?? "";
  return {
    title: said("citation_title", "dc.title", "og:title") || textOf(findElement(page, "title")),
    author: said("citation_author", "dc.creator", "author"),
    source: said("citation_journal_title", "dc.publisher"),
    language: languageFrom(page, "html") ?? languageFrom(page, "body") ?? said("dc.language"),
    licence: licenceOf(licence || said("dc.rights", "dcterms.license")),
  };
}

function languageFrom(page: Root, tagName: string): string | null {
  const element = findElement(page, tagName);
  return element ? languageOf(property(element, "lang")) : null;
}

/** The name that Postil has for a licence that a file names by its address or in words; else empty. */
export function licenceOf(said: string): string {
  if (/creativecommons\.org\/publicdomain\/zero|\bCC0\b/i.test(said)) return "cc0";
  if (PUBLIC_DOMAIN.test(said)) return "public-domain";
  const byAddress = /creativecommons\.org\/licenses\/([a-z-]+)\/4\.0/i.exec(said);
  const byName = /\bCC[ -](BY(?:-(?:NC|SA|ND))*)[ -]4\.0\b/i.exec(said);
  const kind = (byAddress ?? byName)?.[1]?.toLowerCase();
  return kind ? `cc-${kind}` : "";
}

const PUBLIC_DOMAIN =
  /creativecommons\.org\/publicdomain\/mark|public domain|domaine public|gemeinfrei/i;

/** The article of a page as a reader's view shows it; null where none is found. */
function articleOf(html: string) {
  const { document } = parseHTML(html);
  const article = new Readability(document as unknown as Document, {
    maxElemsToParse: 50_000,
    keepClasses: true,
  }).parse();
  if (!article?.content) return null;
  const { content, title, byline } = article;
  return { content, title: title ?? "", author: (byline ?? "").replace(/^by\s+/i, "") };
}

/** Makes addresses whole, and those that lead within the page such again. */
function resolveAddresses(root: Root, base: string): void {
  for (const [element] of elementsOf(root)) {
    resolve(element, "href", base);
    resolve(element, "src", base);
  }
}

function resolve(element: Element, name: "href" | "src", base: string): void {
  const address = property(element, name);
  if (address === "" || /^(#|data:)/.test(address) || !URL.canParse(address, base)) return;
  const whole = new URL(address, base).href;
  const [page] = base.split("#");
  element.properties[name] = whole.startsWith(`${page}#`) ? whole.slice(page!.length) : whole;
}
