import { amountOf, type Brought, broughtTo } from "./amounts";
import { type Judged, judgePosts } from "./eligible";
import type { Breakdown, Expectation, Post, ScoredPart, ScoredPost, Setting, Share } from "./types";

/**
 * The score of one student in one assignment, with the posts behind every point and the reason of
 * every post that earned none.
 *
 * It comes from the posts, the rules and the dates and from nothing else: not from time spent, not
 * from what others did. The order in which posts are given does not matter, and another post that
 * counts never lowers it. What an expectation earns grows evenly up to its cap.
 */
export function score(posts: readonly Post[], setting: Setting): Breakdown {
  const { rules, version } = setting;
  const judged = judgePosts(posts, setting);
  const weights = rules.expectations.reduce((sum, { weight }) => sum + weight, 0);
  const parts = rules.expectations.map((expectation) => {
    const maximum = (rules.points * expectation.weight) / weights;
    return scorePart(expectation, maximum, broughtTo(expectation, judged, setting.part));
  });
  const isComplete = parts.length > 0 && parts.every(({ isReached }) => isReached);
  return {
    version,
    grading: rules.grading,
    points: pointsOf(parts, setting, isComplete),
    maximum: rules.points,
    isComplete,
    parts,
    posts: judged.map((each) => scorePost(each, parts, rules.expectations)),
  };
}

function pointsOf(parts: ScoredPart[], { rules }: Setting, isComplete: boolean): number | null {
  if (parts.length === 0) return null;
  if (rules.grading === "complete") return isComplete ? rules.points : 0;
  return roundPoints(parts.reduce((sum, { points }) => sum + points, 0));
}

function scorePart(expectation: Expectation, maximum: number, brought: Brought[]): ScoredPart {
  const { minimum, cap } = expectation;
  const shares: Share[] = brought.map(({ postId, amount, factor }) => ({
    postId,
    amount,
    points: (maximum * amount * factor) / cap,
  }));
  const amount = shares.reduce((sum, share) => sum + share.amount, 0);
  const points = shares.reduce((sum, share) => sum + share.points, 0);
  return { ...expectation, amount, isReached: amount >= minimum, points, maximum, shares };
}

function scorePost(
  { post, reason, daysLate, factor }: Judged,
  parts: ScoredPart[],
  expectations: readonly Expectation[],
): ScoredPost {
  const { id, threadId } = post;
  const own = parts.flatMap(({ shares }) => shares.filter(({ postId }) => postId === id));
  const points = own.reduce((sum, share) => sum + share.points, 0);
  if (reason !== null || own.length > 0) return { id, threadId, points, reason, daysLate, factor };
  const isExpected = expectations.some(({ kind }) => amountOf(post, kind) > 0);
  const unused = isExpected ? "beyondCap" : "unexpected";
  return { id, threadId, points, reason: unused, daysLate, factor };
}

/** Points as they are shown and stored: two decimals, and no noise of the machine's arithmetic. */
export function roundPoints(points: number): number {
  return Math.round((points + Number.EPSILON) * 100) / 100;
}
