import "server-only";

import { readFile } from "node:fs/promises";

import { readText } from "@/lib/readings/document";
import type { Prisma } from "@/prisma/generated/client";

const FILE = "content/cpc-international-exchanges.md";

/** The article that ships with Postil, as a reading and its first revision hold it. */
export async function readArticle() {
  const { about, document, text, hash } = readText({
    format: "markdown",
    text: await readFile(FILE, "utf8"),
  });
  const { title, author = "", language = "en", publication, source } = about;
  if (!title) throw new Error(`${FILE} has no title`);
  return {
    ...{ title, author, language, text, hash },
    source: [publication, source].filter(Boolean).join(". "),
    document: document as Prisma.InputJsonObject,
  };
}
