import "server-only";

import { parse } from "yaml";
import { z } from "zod";

const words = z.string().trim();

/** What the head of a Markdown file may say about its text; anything else there is passed over. */
const frontMatter = z.object({
  title: words.max(300).optional(),
  author: words.max(200).optional(),
  publication: words.max(200).optional(),
  language: words.max(35).optional(),
  /** Where the text was taken from. */
  source: words.max(300).optional(),
});

export type FrontMatter = z.output<typeof frontMatter>;

/** Reads YAML front matter; null when it is none, or says what it cannot say. */
export function readFrontMatter(yaml: string): FrontMatter | null {
  try {
    // Aliases are how a few lines become gigabytes.
    return frontMatter.parse(parse(yaml, { maxAliasCount: 0 }) ?? {});
  } catch {
    return null;
  }
}
