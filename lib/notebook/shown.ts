import { type Hit, type Snippet, snippetOf } from "@/lib/search/snippet";
import type { Entry } from "./present";

/** An entry as a page shows it: as much of a long one as one reads before opening it. */
export interface EntryView
  extends Pick<Entry, "id" | "source" | "where" | "author" | "at" | "href"> {
  kind: NonNullable<Entry["annotation"]>["kind"] | null;
  audience: NonNullable<Entry["annotation"]>["audience"] | null;
  isReply: boolean;
  isAnswered: boolean;
  isDetached: boolean;
  words: Snippet | null;
  quote: Snippet | null;
}

const LONG = 600;

/** With what was looked for marked in it. */
export function presentShown(entry: Entry, parts: readonly string[]): EntryView {
  const { id, source, where, author, at, href, annotation, comment } = entry;
  return {
    ...{ id, source, where, author, at, href },
    kind: annotation?.kind ?? null,
    audience: annotation?.audience ?? null,
    isReply: comment !== null && !comment.isOpening,
    isAnswered: annotation?.answeredAt != null,
    isDetached: annotation?.anchor.state === "DETACHED",
    words: shorten(entry.text, parts),
    quote: shorten(entry.quote, parts),
  };
}

function shorten(text: string, parts: readonly string[]): Snippet | null {
  if (text === "") return null;
  if (parts.length > 0) return snippetOf(text, parts);
  const none: Hit[] = [];
  return { text: text.length > LONG ? `${text.slice(0, LONG).trimEnd()}…` : text, hits: none };
}
