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

const tagName = z
  .string()
  .transform((name) => name.normalize("NFC").replace(/^#/, "").trim().toLowerCase())
  .pipe(z.string().min(1).max(50));

/** A page of the library, and what it is narrowed to. */
export const libraryQuery = z.object({
  cursor: z.uuid().optional(),
  q: z.string().max(300).optional(),
  show: z.enum(["all", "own", "shared", "archived"]).catch("all").optional(),
  tag: z.string().max(50).optional(),
  collection: z.uuid().or(z.literal("")).optional(),
});

/** Several of something in one field, apart by commas or lines. */
function several(each: z.ZodType<string, string>, atMost: number) {
  return (
    z
      .string()
      .max(5_000)
      .default("")
      .transform((typed) => [...new Set(typed.split(/[,;\n]/).map((part) => part.trim()))])
      .transform((parts) => parts.filter(Boolean))
      .pipe(z.array(each).max(atMost))
      // Two may come to the same only once they are written alike.
      .transform((parts) => [...new Set(parts)])
  );
}

/** What the owner of a reading says of it, and who may use it. */
export const describeReadingInput = readingAbout.extend({
  readingId: z.uuid(),
  right: z.enum(RIGHTS, "rightMissing"),
  tags: several(tagName, 20),
  collections: several(z.string().max(100), 20),
  colleagues: several(z.email("wrongEmail"), 50),
  isForAll: z.literal("on").optional().transform(Boolean),
});

export const archiveReadingInput = z.object({
  readingId: z.uuid(),
  isArchived: z.enum(["yes", "no"]).transform((said) => said === "yes"),
});

/** The address of a reading in the library, or of an assignment of it. */
export const takeDownInput = z.object({
  address: z
    .string()
    .trim()
    .max(2_000)
    .transform((address) => /\/(library|read)\/([\da-f-]{36})/.exec(address))
    .transform((found, context) => {
      const id = z.uuid().safeParse(found?.[2]);
      if (id.success) return { isAssignment: found?.[1] === "read", id: id.data };
      context.addIssue({ code: "custom", message: "noReadingAddress" });
      return z.NEVER;
    }),
  reason: z.string().trim().min(1).max(500),
});

export type DescribeReadingInput = z.output<typeof describeReadingInput>;
export type TakeDownInput = z.output<typeof takeDownInput>;

export type AddReadingInput = z.output<typeof addReadingInput>;
export type PreviewReadingInput = z.output<typeof previewReadingInput>;
export type LibraryQuery = z.output<typeof libraryQuery>;
