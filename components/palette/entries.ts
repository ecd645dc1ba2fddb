import type { PaletteView } from "@/lib/search/palette";
import type { Snippet } from "@/lib/search/snippet";

/** Something to go to or to do. */
export interface PaletteEntry {
  id: string;
  label: string;
  /** Where it is, in a second voice. */
  detail: string;
  /** A page, or what is done instead of going anywhere. */
  act: { href: string } | { run: () => void };
}

export interface PaletteGroup {
  label: string;
  items: PaletteEntry[];
}

/** What the server found, as entries, with the way to all of it at the end. */
export function foundEntries(found: PaletteView): Record<keyof PaletteView, PaletteEntry[]> {
  return {
    courses: found.courses.map(({ id, title, term }) => ({
      ...{ id, label: title, detail: term },
      act: { href: `/courses/${id}` },
    })),
    readings: found.readings.map(({ id, title, author, where, href }) => ({
      ...{ id, label: title.text, detail: where?.courseTitle ?? author.text },
      act: { href },
    })),
    people: found.people.map(({ userId, courseId, name, courseTitle, href }) => ({
      ...{ id: `${courseId} ${userId}`, label: name.text, detail: courseTitle },
      act: { href: href ?? searchAddress(`from:"${name.text}"`) },
    })),
    posts: found.posts.map(({ id, words, quote, author, where, annotationId }) => ({
      id,
      label: beginning(words ?? quote) ?? where.title,
      detail: [author?.name, where.title].filter(Boolean).join(" · "),
      act: { href: `/read/${where.id}#a-${annotationId}` },
    })),
  };
}

/** What stands just before a hit: a line of the list has no room for more. */
const LEAD = 16;

function beginning(snippet: Snippet | null): string | null {
  if (!snippet) return null;
  const { text, hits } = snippet;
  const from = text.lastIndexOf(" ", Math.max(0, (hits[0]?.start ?? 0) - LEAD));
  return from > 0 ? `…${text.slice(from)}` : text;
}

export function searchAddress(q: string): string {
  return `/search?${new URLSearchParams({ q })}`;
}

/** Those that have all of the words in their labels. */
export function fitting(entries: readonly PaletteEntry[], q: string): PaletteEntry[] {
  const words = fold(q).split(/\s+/).filter(Boolean);
  return entries.filter(({ label }) => words.every((word) => fold(label).includes(word)));
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
