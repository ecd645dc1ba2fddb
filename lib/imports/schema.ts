import { z } from "zod";

import { readingAbout } from "@/lib/readings/schema";

/** The largest file that is taken. */
export const FILE_LIMIT = 50 * 1024 * 1024;

/** The largest file that is fetched from an address. */
export const FETCH_LIMIT = 10 * 1024 * 1024;

/** How many images a text may bring along. */
export const IMAGES_AT_MOST = 500;

/** What a browser's list of files is to offer. */
export const FILE_NAMES = ".md,.markdown,.txt,.html,.htm,.xhtml,.docx,.epub,.pdf";

export const fileName = z
  .string()
  // Only a name: what some programs put before it is nobody's business.
  .transform((name) => (name.split(/[\\/]/).at(-1) ?? "").replace(/\p{C}/gu, "").trim())
  .pipe(z.string().min(1, "importNameless").max(255));

export const importAddressInput = z.strictObject({
  address: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .refine((address) => /^https?:\/\//i.test(address) && URL.canParse(address), "importNoAddress"),
});

export const importParams = z.object({ importId: z.uuid() });

/** What is said of an imported text when it is kept. */
export const keepImportInput = readingAbout.extend({
  importId: z.uuid(),
});

export type KeepImportInput = z.output<typeof keepImportInput>;

/** What a file may say of its text, cut to what a reading can hold. */
export const importedAbout = z.object({
  title: words(300),
  author: words(200),
  source: words(500),
  language: words(35),
  licence: words(40),
});

export type ImportedAbout = z.output<typeof importedAbout>;

function words(limit: number) {
  return z
    .string()
    .default("")
    .transform((said) => said.replace(/\s+/g, " ").trim().slice(0, limit));
}
