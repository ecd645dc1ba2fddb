/** What an assignment may expect of a student. */
export const EXPECTED = [
  "threads",
  "replies",
  "questions",
  "answers",
  "words",
  "spread",
  "recognition",
  "prompts",
] as const;

export type Expected = (typeof EXPECTED)[number];

/** One thing that is expected, and what it is worth beside the others. */
export interface Expectation {
  kind: Expected;
  /** So much makes it complete. */
  minimum: number;
  /** So much earns all its points; what goes beyond adds nothing. At least the minimum, and 1. */
  cap: number;
  /** Its share of the points, in proportion to the other weights. Above 0. */
  weight: number;
}

/** How late posts count. */
export interface LatePolicy {
  /** Minutes after the due date that are not late yet. */
  graceMinutes: number;
  /** What a late post loses for each day begun, of a hundred; at 100 it does not count at all. */
  percentPerDay: number;
}

/** The rules of one assignment, of one version. */
export interface Rules {
  grading: "points" | "complete";
  /** What doing all of it earns. */
  points: number;
  /** A shorter post does not count; 0 for none. */
  wordMinimum: number;
  late: LatePolicy;
  /** Each kind at most once. None: the staff grade by hand. */
  expectations: readonly Expectation[];
}

/** Dates as they hold for one student, in milliseconds since 1970. */
export interface Dates {
  dueAt: number | null;
  closesAt: number | null;
}

/** What became of a post, where that keeps it from counting. */
export type PostState = "shown" | "deleted" | "hidden" | "held" | "private";

/**
 * A post as scoring sees it: nothing of its words but how many they are. Notes for oneself and
 * marks without words are no posts and never come here.
 */
export interface Post {
  id: string;
  threadId: string;
  /** It began its thread, as a comment or as a question; or it is a reply. */
  kind: "comment" | "question" | "reply";
  /** A reply to somebody else's question. */
  isAnswer: boolean;
  /** In milliseconds since 1970. */
  createdAt: number;
  words: number;
  /** Equal for posts that say the same. */
  sameness: string;
  /** Where in the text its thread was begun, from 0 up to 1; null for the text as a whole. */
  place: number | null;
  votes: number;
  isPicked: boolean;
  /** The prompt that it answers. */
  promptId: string | null;
  state: PostState;
}

/** Everything beside the posts that a score depends on. */
export interface Setting {
  rules: Rules;
  /** The number of the rules' version; a score names it. */
  version: number;
  dates: Dates;
  /** The part of the text that is assigned, from 0 to 1; null for all of it. */
  part: { start: number; end: number } | null;
}

/** Why a post does not count. */
export type Reason =
  | "deleted"
  | "hidden"
  | "held"
  | "private"
  | "outside"
  | "tooShort"
  | "late"
  | "closed"
  | "duplicate"
  /** It would count, and nothing of its kind is expected. */
  | "unexpected"
  /** It would count, and as much as counts was there without it. */
  | "beyondCap";

/** What became of one post in a score. */
export interface ScoredPost {
  id: string;
  threadId: string;
  /** What it earned, over all that is expected. */
  points: number;
  /** Why it earned nothing; null where it did. */
  reason: Reason | null;
  /** Days begun after the due date and its grace. */
  daysLate: number;
  /** What a late post still counts, from 0 to 1. */
  factor: number;
}

/** What one post adds to one expectation. */
export interface Share {
  postId: string;
  /** In what the expectation counts. */
  amount: number;
  points: number;
}

/** What came of one expectation. */
export interface ScoredPart extends Expectation {
  /** What is there, whatever came late, up to the cap: decides whether the minimum is reached. */
  amount: number;
  isReached: boolean;
  points: number;
  /** What it can earn. */
  maximum: number;
  /** The posts behind its points. */
  shares: Share[];
}

/** A score and all that it comes from. */
export interface Breakdown {
  /** The version of the rules that made it. */
  version: number;
  grading: Rules["grading"];
  /** Null where nothing is expected. Two decimals. */
  points: number | null;
  maximum: number;
  /** Something is expected, and every minimum is reached. */
  isComplete: boolean;
  parts: ScoredPart[];
  /** Every post, in the order of time. */
  posts: ScoredPost[];
}
