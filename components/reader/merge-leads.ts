import { fold } from "@/lib/anchoring";
import type { ReaderMark } from "./mark-list";
import type { LocalThread } from "./merge";

/** A thread into which another could go, with the first words of its passage. */
export type Lead = ReaderMark & { quote: string };

const LEADS_AT_MOST = 30;
/** As much of a passage as is searched; the name of a thread shows less. */
const QUOTE_LENGTH = 300;

/**
 * Threads for the same people in whose passage or author these words are, those nearest to the
 * thread first.
 */
export function findLeads(
  marks: readonly ReaderMark[],
  { id, audience, anchor }: Pick<LocalThread, "id" | "audience" | "anchor">,
  { words, text }: { words: string; text: string },
): Lead[] {
  const sought = fold(words.trim()).text;
  const distance = ({ start }: ReaderMark) => Math.abs(start - anchor.start);
  const near = marks
    .filter((mark) => mark.id !== id && mark.audience === audience)
    .filter(({ kind, pending }) => kind !== "HIGHLIGHT" && !pending)
    .sort((a, b) => distance(a) - distance(b));
  const leads: Lead[] = [];
  for (const mark of near) {
    const { start, end, author } = mark;
    const quote = text.slice(start, Math.min(end, start + QUOTE_LENGTH));
    if (sought !== "" && !fold(`${quote} ${author.name}`).text.includes(sought)) continue;
    leads.push({ ...mark, quote });
    if (leads.length === LEADS_AT_MOST) break;
  }
  return leads;
}
