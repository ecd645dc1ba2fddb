import { score } from "./score";
import type { Breakdown, Post, Setting } from "./types";

/** A post that a student could write next. */
const NEXT = ["comment", "question", "reply", "answer"] as const;

type Next = (typeof NEXT)[number];

/** What one more post of a kind would change. */
export interface Change {
  next: Next;
  /** The points that it would add, of two decimals. */
  points: number;
  /** The assignment would be complete by it, and is not yet. */
  completes: boolean;
  /** The words that it is thought to have. */
  words: number;
}

/** Words of a post of a few sentences, where none are asked for. */
const FEW_SENTENCES = 40;

/**
 * What one more post, written at `now`, would change: of each kind, on its own. A new thread is
 * thought where in the text it helps most. What would change nothing is left out.
 */
export function whatNext(
  posts: readonly Post[],
  setting: Setting,
  now: number,
): { present: Breakdown; changes: Change[] } {
  const present = score(posts, setting);
  const words = Math.max(setting.rules.wordMinimum, FEW_SENTENCES);
  const changes = NEXT.map((next) => {
    const tries = placesFor(next, setting).map((place) =>
      score([...posts, imagined(next, { place, words, now })], setting),
    );
    const points = Math.max(...tries.map((tried) => gain(present, tried)));
    const completes = !present.isComplete && tries.some(({ isComplete }) => isComplete);
    return { next, points, completes, words };
  });
  return { present, changes: changes.filter(({ points, completes }) => points > 0 || completes) };
}

function gain(before: Breakdown, after: Breakdown): number {
  return Math.round(((after.points ?? 0) - (before.points ?? 0)) * 100) / 100;
}

/** The middle of each stretch of the text; a reply stands where others are, which nobody knows. */
function placesFor(next: Next, { rules, part }: Setting): (number | null)[] {
  const spread = rules.expectations.find(({ kind }) => kind === "spread");
  if (!spread || next === "reply" || next === "answer") return [null];
  const { start, end } = part ?? { start: 0, end: 1 };
  const width = (end - start) / spread.cap;
  return Array.from({ length: spread.cap }, (_, at) => start + (at + 0.5) * width);
}

function imagined(
  next: Next,
  { place, words, now }: { place: number | null; words: number; now: number },
): Post {
  return {
    id: "next",
    threadId: "next",
    kind: next === "answer" ? "reply" : next,
    isAnswer: next === "answer",
    createdAt: now,
    words,
    // No post says this: sameness is a digest.
    sameness: "next",
    place,
    ...{ votes: 0, isPicked: false, promptId: null, state: "shown" },
  };
}
