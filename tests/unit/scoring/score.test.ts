import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  EXPECTED,
  type Post,
  PRESETS,
  type Rules,
  type Setting,
  score,
  whatNext,
} from "@/lib/scoring";

const DAY = 24 * 60 * 60 * 1000;
const due = Date.UTC(2026, 9, 5, 12);

let made = 0;
function post(given: Partial<Post> = {}): Post {
  made += 1;
  return {
    ...{ id: `p${made}`, threadId: `t${made}`, kind: "comment", isAnswer: false },
    ...{ createdAt: due - DAY, words: 20, sameness: `s${made}`, place: 0.5 },
    ...{ votes: 0, isPicked: false, promptId: null, state: "shown" },
    ...given,
  };
}

function setting(rules: Partial<Rules>, given: Partial<Setting> = {}): Setting {
  const late = { graceMinutes: 60, percentPerDay: 20 };
  const base: Rules = { grading: "points", points: 10, wordMinimum: 10, late, expectations: [] };
  const dates = { dueAt: due, closesAt: due + 10 * DAY };
  return { rules: { ...base, ...rules }, version: 3, dates, part: null, ...given };
}

const twoThreads = setting({ expectations: [{ kind: "threads", minimum: 1, cap: 2, weight: 1 }] });

describe("a score", () => {
  test("names the posts behind its points and the version of the rules", () => {
    const [first, second] = [post(), post()];
    expect(score([first, second], twoThreads)).toMatchObject({
      ...{ version: 3, points: 10, maximum: 10, isComplete: true },
      parts: [{ amount: 2, shares: [{ postId: first.id, points: 5 }, { postId: second.id }] }],
    });
  });

  test.each<[string, Partial<Post>]>([
    ["deleted", { state: "deleted" }],
    ["hidden", { state: "hidden" }],
    ["held", { state: "held" }],
    ["private", { state: "private" }],
    ["tooShort", { words: 9 }],
    ["late", { createdAt: due + 5 * DAY }],
    ["closed", { createdAt: due + 11 * DAY }],
    ["duplicate", { sameness: "kept" }],
    ["outside", { place: 0.9 }],
    ["beyondCap", { createdAt: due }],
    ["unexpected", { kind: "reply" }],
  ])("says of a post that does not count that it is %s", (reason, given) => {
    const kept = [post({ sameness: "kept" }), post()];
    const other = post(given);
    const part = { start: 0, end: 0.8 };
    const { posts, points } = score([...kept, other], { ...twoThreads, part });
    expect(posts.find(({ id }) => id === other.id)).toMatchObject({ reason, points: 0 });
    expect(points).toBe(10);
  });

  test.each([
    [60 * 60 * 1000, 5],
    [60 * 60 * 1000 + 1, 4],
    [DAY, 4],
    [DAY + 1, 3],
    [4 * DAY, 1],
  ])("loses a fifth for each day begun after the grace: %i ms", (after, points) => {
    expect(score([post({ createdAt: due + after })], twoThreads).points).toBe(points);
  });

  test("takes what came in time before what came late, where there is more than counts", () => {
    const late = [post({ createdAt: due + DAY }), post({ createdAt: due + DAY })];
    const inTime = [post(), post()];
    expect(score([...late, ...inTime], twoThreads).points).toBe(10);
  });

  test("counts each stretch of the text once, within the part that is assigned", () => {
    const spread = setting(
      { expectations: [{ kind: "spread", minimum: 2, cap: 2, weight: 1 }] },
      { part: { start: 0.5, end: 1 } },
    );
    const places = [0.5, 0.6, 0.74].map((place) => post({ place }));
    expect(score(places, spread)).toMatchObject({ points: 5, isComplete: false });
    expect(score([...places, post({ place: 0.75 })], spread).points).toBe(10);
  });

  test("is all or nothing where completeness is graded", () => {
    const rules = { ...twoThreads.rules, grading: "complete" as const };
    expect(score([], { ...twoThreads, rules })).toMatchObject({ points: 0, isComplete: false });
    expect(score([post()], { ...twoThreads, rules })).toMatchObject({ points: 10 });
  });

  test("is none where nothing is expected", () => {
    expect(score([post()], setting({})).points).toBeNull();
  });

  test("gives the full points for doing all, whatever the weights", () => {
    const kinds = ["threads", "replies", "questions"] as const;
    const thirds = kinds.map((kind) => ({ kind, minimum: 1, cap: 1, weight: 1 }));
    const posts = [post({ kind: "question" }), post({ kind: "reply" })];
    expect(score(posts, setting({ points: 100, expectations: thirds })).points).toBe(100);
  });
});

describe("one more post", () => {
  test("is told with what it would add, where it helps most", () => {
    const rules = setting(PRESETS.discuss);
    const { present, changes } = whatNext([post({ place: 0.1 })], rules, due - 1);
    expect(present.points).toBe(2);
    expect(changes).toEqual([
      { next: "comment", points: 2, completes: false, words: 40 },
      { next: "question", points: 2, completes: false, words: 40 },
      { next: "reply", points: 1.33, completes: false, words: 40 },
      { next: "answer", points: 1.33, completes: false, words: 40 },
    ]);
  });

  test("is told to complete, and of nothing once it is too late", () => {
    const rules = { ...twoThreads, rules: { ...twoThreads.rules, grading: "complete" as const } };
    expect(whatNext([], rules, due).changes[0]).toMatchObject({ completes: true, points: 10 });
    expect(whatNext([], rules, due + 11 * DAY).changes).toEqual([]);
  });
});

const anyPost = fc.record({
  id: fc.uuid(),
  threadId: fc.constantFrom("a", "b", "c"),
  kind: fc.constantFrom("comment", "question", "reply"),
  isAnswer: fc.boolean(),
  createdAt: fc.integer({ min: due - 5 * DAY, max: due + 12 * DAY }),
  words: fc.integer({ min: 0, max: 200 }),
  sameness: fc.constantFrom("1", "2", "3", "4", "5", "6", "7", "8"),
  place: fc.option(fc.double({ min: 0, max: 0.999, noNaN: true })),
  votes: fc.nat(5),
  isPicked: fc.boolean(),
  promptId: fc.option(fc.constantFrom("p", "q")),
  state: fc.constantFrom("shown", "shown", "shown", "deleted", "hidden", "held", "private"),
}) satisfies fc.Arbitrary<Post>;

const anyPosts = fc.uniqueArray(anyPost, { selector: ({ id }) => id, maxLength: 25 });

const anySetting = fc
  .record({
    kinds: fc.subarray([...EXPECTED], { minLength: 1 }),
    numbers: fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 9 })), {
      ...{ minLength: 8, maxLength: 8 },
    }),
    grading: fc.constantFrom("points", "complete"),
    points: fc.integer({ min: 1, max: 100 }),
    wordMinimum: fc.nat(50),
    graceMinutes: fc.nat(2_000),
    percentPerDay: fc.integer({ min: 0, max: 100 }),
    dueAt: fc.option(fc.constant(due)),
    closesAt: fc.option(fc.constant(due + 6 * DAY)),
    part: fc.option(fc.constant({ start: 0.2, end: 0.9 })),
  })
  .map(({ kinds, numbers, dueAt, closesAt, part, graceMinutes, percentPerDay, ...rules }) => ({
    rules: {
      ...rules,
      late: { graceMinutes, percentPerDay },
      expectations: kinds.map((kind, at) => {
        const [minimum = 0, more = 0, weight = 1] = numbers[at] ?? [];
        return { kind, minimum, cap: Math.max(1, minimum + more), weight };
      }),
    },
    ...{ version: 1, dates: { dueAt, closesAt }, part },
  })) satisfies fc.Arbitrary<Setting>;

const NEARLY = 1e-6;

describe("whatever was posted and is expected", () => {
  test("another post that counts never lowers the score", () => {
    fc.assert(
      fc.property(anyPosts, anyPost, anySetting, (posts, one, rules) => {
        // Said by nobody before, at any time; or the same as another, after it.
        const last = Math.max(0, ...posts.map(({ createdAt }) => createdAt));
        const fresh = { ...one, id: "new", sameness: "new" };
        const repeated = { ...one, id: "zz", createdAt: last + 1 };
        const before = score(posts, rules);
        for (const more of [fresh, repeated]) {
          const after = score([...posts, more], rules);
          expect(after.points ?? 0).toBeGreaterThanOrEqual(before.points ?? 0);
          expect(after.isComplete || !before.isComplete).toBe(true);
        }
      }),
    );
  });

  test("the order does not matter", () => {
    const shuffled = anyPosts.chain((posts) =>
      fc.tuple(fc.constant(posts), fc.shuffledSubarray(posts, { minLength: posts.length })),
    );
    fc.assert(
      fc.property(shuffled, anySetting, ([posts, others], rules) => {
        expect(score(others, rules)).toEqual(score(posts, rules));
      }),
    );
  });

  test("every point has its posts, and every post points or a reason", () => {
    fc.assert(
      fc.property(anyPosts, anySetting, (posts, rules) => {
        const { parts, posts: scored, points, maximum, isComplete } = score(posts, rules);
        expect(scored.map(({ id }) => id).sort()).toEqual(posts.map(({ id }) => id).sort());
        for (const part of parts) {
          const behind = part.shares.reduce((sum, share) => sum + share.points, 0);
          expect(Math.abs(behind - part.points)).toBeLessThan(NEARLY);
        }
        for (const { reason, points: earned } of scored) {
          expect(reason === null ? earned > 0 : earned === 0).toBe(true);
        }
        const all = scored.reduce((sum, each) => sum + each.points, 0);
        if (rules.rules.grading === "points")
          expect(Math.abs(all - (points ?? 0))).toBeLessThan(0.006);
        else expect(points).toBe(isComplete ? maximum : 0);
      }),
    );
  });

  test("caps hold, and no more is earned than the points", () => {
    fc.assert(
      fc.property(anyPosts, anySetting, (posts, rules) => {
        const { parts, points, maximum } = score(posts, rules);
        for (const part of parts) {
          expect(part.amount).toBeLessThanOrEqual(part.cap);
          expect(part.points).toBeLessThanOrEqual(part.maximum + NEARLY);
        }
        expect(points ?? 0).toBeLessThanOrEqual(maximum);
        expect(points ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("what does not count changes no point", () => {
    fc.assert(
      fc.property(anyPosts, anySetting, (posts, rules) => {
        const { posts: scored, points } = score(posts, rules);
        const counting = new Set(scored.flatMap(({ id, reason }) => (reason === null ? [id] : [])));
        const kept = posts.filter(({ id }) => counting.has(id));
        expect(score(kept, rules).points).toBe(points);
      }),
    );
  });
});
