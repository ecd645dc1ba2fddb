import "server-only";

import { getFormatter, getTranslations } from "next-intl/server";

import type { ExportWords } from "./pages";

/** The words of the pages of an exported course. */
export async function exportWords(timeZone: string): Promise<ExportWords> {
  const t = await getTranslations("courseExport");
  const format = await getFormatter();
  return {
    back: t("back"),
    deleted: t("deleted"),
    onWhole: t("onWhole"),
    detached: t("detached"),
    highlightedBy: (name) => t("highlightedBy", { name }),
    more: (count) => t("more", { count }),
    moment: (iso) =>
      format.dateTime(new Date(iso), { timeZone, dateStyle: "long", timeStyle: "short" }),
  };
}
