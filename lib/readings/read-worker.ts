import "server-only";

import { type ErrorKey, Refusal } from "@/lib/errors";
import { type ReadText, readText } from "./document";
import type { PreviewReadingInput } from "./schema";

/** What a thread hands back: errors lose their class on the way, so a refusal goes by its name. */
export type ReadOutcome = ReadText | { refusal: ErrorKey };

/** What `read-apart.ts` runs in a thread, by name. */
export function readInThread(input: PreviewReadingInput): ReadOutcome {
  try {
    return readText(input);
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.key };
    throw error;
  }
}
