import "server-only";

import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { readApart } from "./read-apart";
import type { AddReadingInput } from "./schema";

/**
 * Adds a text to a person's library as the first revision of a new reading. An author and a
 * source that the form left open are taken from the text's own front matter.
 *
 * @throws Invalid when there is no text in it, it is nested too deeply, or reading it takes too long
 */
export async function addReading(userId: string, input: AddReadingInput): Promise<{ id: string }> {
  const { document, text, hash, about } = await readApart(input);
  const origin = [about.publication, about.source].filter(Boolean).join(". ");
  return db.reading.create({
    data: {
      ownerId: userId,
      title: input.title,
      author: input.author || (about.author ?? ""),
      source: input.source || origin,
      language: input.language,
      licence: input.licence,
      right: input.right,
      revisions: {
        create: { number: 1, document: document as Prisma.InputJsonObject, text, hash },
      },
    },
    select: { id: true },
  });
}
