import { z } from "zod";

/** The largest text of a reading: 5 MB, in UTF-16 units, which is what the schema can count. */
export const READING_LIMIT = 5 * 1024 * 1024;

/** BCP 47, canonical, as the `lang` attribute wants it. */
const language = z
  .string()
  .trim()
  .min(2, "wrongLanguage")
  .max(35, "wrongLanguage")
  .transform((tag, context) => {
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? tag;
    } catch {
      context.addIssue({ code: "custom", message: "wrongLanguage" });
      return z.NEVER;
    }
  });

/** Licences that a text may be under; those of Creative Commons in version 4.0. Empty: not known. */
export const LICENCES = [
  "",
  "public-domain",
  "cc0",
  "cc-by",
  "cc-by-sa",
  "cc-by-nc",
  "cc-by-nc-sa",
  "cc-by-nd",
  "cc-by-nc-nd",
  "all-rights-reserved",
  "other",
] as const;

/** On what ground a person says that a class may read a text here. */
export const RIGHTS = ["own", "free", "licence", "permission", "exception"] as const;

/** What is known about a text, and on what ground it may be read here. */
export const readingAbout = z.strictObject({
  title: z.string().trim().min(1).max(300),
  author: z.string().trim().max(200).default(""),
  source: z.string().trim().max(500).default(""),
  language: language.default("en"),
  licence: z.enum(LICENCES).default(""),
  right: z.enum(RIGHTS, "rightMissing"),
});

export const addReadingInput = readingAbout.extend({
  format: z.enum(["markdown", "plain"]).default("markdown"),
  text: z
    .string()
    .max(READING_LIMIT, "readingTooLong")
    .refine((text) => text.trim() !== "", "readingEmpty"),
});

/** The preview shows what there is so far: only the text has to be there. */
export const previewReadingInput = addReadingInput.pick({ format: true, text: true });

export const readingParams = z.object({ readingId: z.uuid() });

/** A page of the library. */
export const libraryQuery = z.object({ cursor: z.uuid().optional() });

export type AddReadingInput = z.output<typeof addReadingInput>;
export type PreviewReadingInput = z.output<typeof previewReadingInput>;
export type LibraryQuery = z.output<typeof libraryQuery>;
