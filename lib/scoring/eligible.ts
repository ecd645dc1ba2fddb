import type { Dates, LatePolicy, Post, Reason, Setting } from "./types";

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

/** A post that counts, or why it does not. */
export interface Judged {
  post: Post;
  reason: Reason | null;
  daysLate: number;
  /** What of it counts, from 0 to 1. */
  factor: number;
}

/**
 * Which posts count, in the order of time. Of posts that say the same the earliest that would count
 * does, so that taking a post away never costs the one that said it first.
 */
export function judgePosts(posts: readonly Post[], setting: Setting): Judged[] {
  const said = new Set<string>();
  return posts.toSorted(byTime).map((post) => {
    const { daysLate, factor } = latenessOf(post.createdAt, setting.dates, setting.rules.late);
    const reason = reasonOf(post, { ...setting, factor });
    if (reason !== null) return { post, reason, daysLate, factor: 0 };
    if (said.has(post.sameness)) return { post, reason: "duplicate", daysLate, factor: 0 };
    said.add(post.sameness);
    return { post, reason: null, daysLate, factor };
  });
}

/** How late something is, and what of it still counts. */
function latenessOf(
  at: number,
  { dueAt }: Dates,
  { graceMinutes, percentPerDay }: LatePolicy,
): { daysLate: number; factor: number } {
  if (dueAt === null || at <= dueAt + graceMinutes * MINUTE_MS) return { daysLate: 0, factor: 1 };
  const daysLate = Math.ceil((at - dueAt) / DAY_MS);
  return { daysLate, factor: Math.max(0, 1 - (percentPerDay / 100) * daysLate) };
}

function reasonOf(
  { state, words, place, createdAt }: Post,
  { rules, dates, part, factor }: Setting & { factor: number },
): Reason | null {
  if (state !== "shown") return state;
  if (dates.closesAt !== null && createdAt > dates.closesAt) return "closed";
  if (factor <= 0) return "late";
  if (words < rules.wordMinimum) return "tooShort";
  if (part && place !== null && (place < part.start || place >= part.end)) return "outside";
  return null;
}

function byTime(a: Post, b: Post): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
