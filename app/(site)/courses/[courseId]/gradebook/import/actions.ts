"use server";

import { getTranslations } from "next-intl/server";

import { requireUser } from "@/lib/auth/session";
import { Invalid } from "@/lib/errors";
import { importOverrides } from "@/lib/participation/import";
import { importInput } from "@/lib/participation/schema";
import { action } from "@/lib/server/action";

/** More are not read one by one. */
const LINES_SHOWN = 30;

export const importOverridesAction = action(importInput, async (input) => {
  const user = await requireUser();
  const { changed, problems } = await importOverrides(user.id, input);
  const t = await getTranslations("gradebook");
  if (problems.length > 0) {
    const shown = problems.slice(0, LINES_SHOWN).map((each) => t("importLine", { ...each }));
    const more = problems.length - shown.length;
    const lines = [...shown, ...(more > 0 ? [t("importMore", { count: more })] : [])].join(", ");
    throw new Invalid("importWrong", { field: "file", values: { count: problems.length, lines } });
  }
  return { message: t("imported", { count: changed }) };
});
