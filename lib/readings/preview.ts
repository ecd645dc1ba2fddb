import "server-only";

import { getTranslations } from "next-intl/server";

import { Refusal } from "@/lib/errors";
import { readApart } from "./read-apart";
import type { PreviewReadingInput } from "./schema";

/** A long list of what is lost helps nobody: the text is of another kind then. */
const PROBLEMS_AT_MOST = 20;

/** A text as its readers will see it, with what could not be carried over, in words. Stores nothing. */
export async function previewReading(
  input: PreviewReadingInput,
): Promise<{ html: string; problems: string[] }> {
  const t = await getTranslations();
  try {
    const { html, losses } = await readApart(input);
    const problems = losses.map(({ kind, name }) => t(`library.loss.${kind}`, { name }));
    return { html, problems: [...new Set(problems)].slice(0, PROBLEMS_AT_MOST) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { html: "", problems: [t(`errors.${error.key}`, error.details.values)] };
  }
}
