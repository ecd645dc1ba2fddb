import "server-only";

import { createHash } from "node:crypto";
import type { Node } from "@tiptap/pm/model";

import { parseReading } from "@/lib/editor/reading-document";
import { indexText } from "@/lib/editor/text-index";
import { Invalid } from "@/lib/errors";
import { READING_LIMIT } from "@/lib/readings/schema";
import type { Prisma } from "@/prisma/generated/client";

/** A document that may be stored, with its flat text. */
export interface CheckedDocument {
  node: Node;
  document: Prisma.InputJsonObject;
  text: string;
  /** SHA-256 of the flat text, hexadecimal. */
  hash: string;
}

/** Checks a document against the reading schema. @throws Invalid */
export function checkDocument(value: unknown): CheckedDocument {
  const parsed = parseReading(value);
  if (parsed.problem === "tooDeep") throw new Invalid("readingTooDeep", { field: "document" });
  if (parsed.problem !== null) throw new Invalid("documentInvalid", { field: "document" });
  const node = parsed.document;
  const { text } = indexText(node);
  if (text.length > READING_LIMIT) throw new Invalid("readingTooLong", { field: "document" });
  const hash = createHash("sha256").update(text).digest("hex");
  return { node, document: node.toJSON(), text, hash };
}
