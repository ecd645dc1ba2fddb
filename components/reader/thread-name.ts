import type { useTranslations } from "next-intl";

const LENGTH = 40;

/** What a thread is called: by the first words of its passage, if it has one. */
export function threadName(t: ReturnType<typeof useTranslations<"reader">>, quote: string): string {
  return quote === "" ? t("threadOnWhole") : t("threadOn", { quote: firstWords(quote) });
}

/** The first words of a passage, about as many as fit on a line. */
export function firstWords(quote: string): string {
  // A line break, an image or the number of a note (U+FFFC) parts words as a space does.
  const text = quote.replace(/[\s\uFFFC]+/g, " ").trim();
  if (text.length <= LENGTH) return text;
  const cut = text.slice(0, LENGTH + 1);
  const end = cut.lastIndexOf(" ");
  // Scripts without spaces are cut between two whole characters.
  return `${end > LENGTH / 2 ? cut.slice(0, end) : [...text].slice(0, LENGTH / 2).join("")}…`;
}
