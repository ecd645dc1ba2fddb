import type { Judged } from "./eligible";
import type { Expectation, Post, Setting } from "./types";

/** What one post brings to an expectation: how much, and what of that counts. */
export interface Brought {
  postId: string;
  /** In what the expectation counts. */
  amount: number;
  factor: number;
}

/**
 * What the posts that count bring to one expectation, up to its cap. Where there is more than the
 * cap, what counts fullest is taken, then what came first: no other choice would earn more.
 */
export function broughtTo(
  { kind, cap }: Expectation,
  judged: readonly Judged[],
  part: Setting["part"],
): Brought[] {
  const counting = judged.filter(({ reason }) => reason === null);
  const best = counting.toSorted((a, b) => b.factor - a.factor);
  const taken = new Set<string>();
  let left = cap;
  return best.flatMap(({ post, factor }) => {
    const key = onceKeyOf(post, kind, { cap, part });
    if (key !== null && taken.has(key)) return [];
    const amount = Math.min(left, amountOf(post, kind));
    if (amount <= 0) return [];
    if (key !== null) taken.add(key);
    left -= amount;
    return [{ postId: post.id, amount, factor }];
  });
}

/** How much a post is of what is expected. */
export function amountOf(post: Post, kind: Expectation["kind"]): number {
  switch (kind) {
    case "threads":
      return post.kind === "reply" ? 0 : 1;
    case "replies":
      return post.kind === "reply" ? 1 : 0;
    case "questions":
      return post.kind === "question" ? 1 : 0;
    case "answers":
      return post.isAnswer ? 1 : 0;
    case "words":
      return post.words;
    case "spread":
      return post.place === null ? 0 : 1;
    case "recognition":
      return post.votes + (post.isPicked ? 1 : 0);
    case "prompts":
      return post.promptId === null ? 0 : 1;
  }
}

/** What counts once however many posts are there: a stretch of the text, a prompt. */
function onceKeyOf(
  { place, promptId }: Post,
  kind: Expectation["kind"],
  { cap, part }: { cap: number; part: Setting["part"] },
): string | null {
  if (kind === "prompts") return promptId;
  if (kind === "spread" && place !== null) return `${stretchOf(place, cap, part)}`;
  return null;
}

/** In which of so many equal stretches of the assigned text a place lies, from 0. */
function stretchOf(place: number, stretches: number, part: Setting["part"]): number {
  const { start, end } = part ?? { start: 0, end: 1 };
  const within = (place - start) / (end - start || 1);
  return Math.min(stretches - 1, Math.max(0, Math.floor(within * stretches)));
}
