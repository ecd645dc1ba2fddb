import { v7 as newId } from "uuid";
import { z } from "zod";

import { forget, keep, keptKeys, recall } from "@/components/reader/kept";
import type { StepMaps } from "@/lib/editor/step-maps";

const entry = z.object({
  /** The draft that it was made from. */
  baseId: z.string(),
  version: z.int(),
  document: z.record(z.string(), z.unknown()),
  steps: z.custom<StepMaps>(Array.isArray).nullable(),
  keptAt: z.string(),
});

/** A text in writing that is not on the server, as this browser keeps it. */
export type KeptText = z.output<typeof entry> & { key: string };

export type KeptPlace = ReturnType<typeof keptTexts>;

/**
 * Where this browser keeps what somebody writes in a reading until the server has it. Each tab has
 * a key of its own: two must not overwrite each other's words.
 */
export function keptTexts(userId: string, readingId: string) {
  const prefix = `postil.revision.${userId}.${readingId}.`;
  const own = prefix + newId();
  return {
    keep: (text: Omit<KeptText, "key" | "keptAt">) =>
      keep(own, { ...text, keptAt: new Date().toISOString() }),
    forget: (key = own) => forget(key),
    /** Puts what this tab has aside, to be copied from: it will not be sent. */
    setAside: (text: Omit<KeptText, "key" | "keptAt">) =>
      keep(prefix + newId(), { ...text, keptAt: new Date().toISOString() }),
    /** Everything that is kept but what this tab itself is writing, oldest first. */
    list(): KeptText[] {
      return keptKeys(prefix)
        .filter((key) => key !== own)
        .sort()
        .flatMap((key) => {
          const text = recall(key, entry);
          return text ? [{ ...text, key }] : [];
        });
    },
  };
}
