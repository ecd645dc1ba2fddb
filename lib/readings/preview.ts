import "server-only";

import { getTranslations } from "next-intl/server";

import type { Loss } from "@/lib/editor/hast/reading";
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
    return { html, problems: await describeLosses(losses) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { html: "", problems: [t(`errors.${error.key}`, error.details.values)] };
  }
}

/** What a text held and a reading cannot hold, in words, each once. */
export async function describeLosses(losses: readonly Loss[]): Promise<string[]> {
  const t = await getTranslations("library");
  const problems = losses.map(({ kind, name }) => t(`loss.${kind}`, { name }));
  return [...new Set(problems)].slice(0, PROBLEMS_AT_MOST);
}
