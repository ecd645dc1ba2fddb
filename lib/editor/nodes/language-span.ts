import { Mark } from "@tiptap/core";

/** Words in another language than the text's, so that they are spoken and broken as in theirs. */
export const LanguageSpan = Mark.create({
  name: "language",
  addAttributes: () => ({
    lang: {
      default: "",
      validate: requireLanguage,
      parseHTML: (element: HTMLElement) => element.getAttribute("lang") ?? "",
    },
  }),
  parseHTML: () => [{ tag: "span[lang]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
});

/** The canonical form of a BCP 47 tag; null when it is none. */
export function languageOf(tag: unknown): string | null {
  if (typeof tag !== "string" || tag.length > 35) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function requireLanguage(tag: unknown): void {
  if (languageOf(tag) === null) throw new RangeError("not a language");
}
