import "server-only";

import { getFormatter, getTranslations } from "next-intl/server";

import type { MarkdownWords } from "./markdown";

/** The words of a notebook's file: of one's own, or of `person`'s. */
export async function notebookWords(
  person: { id: string; name: string } | null,
  timeZone: string,
): Promise<MarkdownWords> {
  const t = await getTranslations("notebook");
  const format = await getFormatter();
  return {
    title: person ? t("personHeading", { name: person.name }) : t("heading"),
    show: t("show"),
    kindOf: ({ source, annotation, comment }) =>
      t("kindOf", {
        source,
        kind: annotation?.kind ?? "COMMENT",
        isReply: String(comment !== null && !comment.isOpening),
        isPrivate: String(annotation?.audience === "ONLY_ME"),
      }),
    byline: ({ source, author }) =>
      source === "saved" && author ? t("by", { name: author.name }) : "",
    day: (iso) =>
      format.dateTime(new Date(iso), { timeZone, year: "numeric", month: "long", day: "numeric" }),
  };
}
