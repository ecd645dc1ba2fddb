import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  type LocalThread,
  mergeComment,
  mergePage,
  mergeThread,
  shownComments,
} from "@/components/reader/merge";
import { annotation, comment, thread } from "./threads";

const ids = ({ comments }: LocalThread) => comments.map(({ id }) => id);

/** What a thread was, from its beginning on. Only what is said of the whole raises its version. */
const history = fc
  .array(fc.constantFrom("reply", "edit", "remove", "answer"), { maxLength: 6 })
  .map((steps) => {
    const states = [thread()];
    for (const [index, step] of steps.entries()) {
      const last = states.at(-1)!;
      const time = `2026-10-05T13:0${index}:00.000Z`;
      const [first, ...others] = last.comments;
      if (step === "reply") {
        const comments = [...last.comments, comment(`c${index + 2}`, { createdAt: time })];
        states.push({ ...last, comments });
      } else if (step === "answer") {
        states.push({ ...last, version: last.version + 1, answeredAt: time });
      } else {
        const change = step === "edit" ? { editedAt: time } : { isDeleted: true, body: null };
        const changed = { ...first!, ...change, version: first!.version + 1 };
        states.push({ ...last, comments: [changed, ...others] });
      }
    }
    return states;
  });

/** The same history as it reaches a browser: late, overtaken, and some of it twice. */
const arrivals = history.chain((states) =>
  fc.tuple(
    fc.constant(states.at(-1)!),
    fc.shuffledSubarray([...states, ...states.slice(1)], { minLength: states.length * 2 - 1 }),
  ),
);

describe("a thread that arrives in any order", () => {
  test("ends as its newest state, whatever overtook what", () => {
    fc.assert(
      fc.property(arrivals, ([newest, arrived]) => {
        let known: LocalThread | undefined;
        for (const state of arrived) known = mergeThread(known, state);
        expect(known).toMatchObject({ version: newest.version, answeredAt: newest.answeredAt });
        expect(known?.comments).toEqual(newest.comments);
      }),
    );
  });

  test("keeps the number of comments of its newest state", () => {
    const old = thread({ version: 1, commentCount: 1 });
    const next = thread({ version: 2, commentCount: 2, comments: [comment("c1"), comment("c2")] });
    expect(mergeThread(mergeThread(undefined, next), old).commentCount).toBe(2);
    expect(mergeThread(mergeThread(undefined, old), next).commentCount).toBe(2);
  });

  test("takes single comments in any order too", () => {
    fc.assert(
      fc.property(arrivals, ([newest, arrived]) => {
        let known: LocalThread = thread();
        for (const state of arrived) {
          const { comments, nextCursor: _, ...annotation } = state;
          for (const each of comments) known = mergeComment(known, annotation, each);
        }
        expect(known).toMatchObject({ version: newest.version, answeredAt: newest.answeredAt });
        expect(known.comments).toEqual(newest.comments);
      }),
    );
  });
});

describe("a thread", () => {
  test("stays as it is known when something older arrives", () => {
    const known = thread({ version: 3, answeredAt: "2026-10-06T00:00:00.000Z" });
    expect(mergeThread(known, thread({ version: 2 }))).toEqual(known);
  });

  test("keeps the comments that were loaded when only the first ones arrive", () => {
    const known = thread({
      comments: [comment("c1"), comment("c2"), comment("c3")],
      nextCursor: "after c3",
    });
    const next = thread({
      version: 2,
      comments: [comment("c1", { version: 2 })],
      nextCursor: "after c1",
    });
    const merged = mergeThread(known, next);
    expect(ids(merged)).toEqual(["c1", "c2", "c3"]);
    expect(merged).toMatchObject({ nextCursor: "after c3", version: 2 });
    expect(merged.comments[0]?.version).toBe(2);
  });

  test("that was on its way is replaced by what the server made of it", () => {
    const pending: LocalThread = {
      ...thread({ version: 0, quote: "mine" }),
      pending: { state: "sending" },
    };
    const merged = mergeThread(pending, thread({ quote: "words" }));
    expect(merged).not.toHaveProperty("pending");
    expect(merged).toMatchObject({ version: 1, quote: "words" });
  });

  test("keeps a reply that is on its way when its page is loaded again", () => {
    const waiting = { ...comment("c9", { version: 0 }), pending: { state: "waiting" as const } };
    const known: LocalThread = { ...thread(), comments: [comment("c1"), waiting] };
    const merged = mergeThread(
      known,
      thread({ version: 2, comments: [comment("c1"), comment("c2")] }),
    );
    expect(ids(merged)).toEqual(["c1", "c2", "c9"]);
    expect(merged.comments.at(-1)).toHaveProperty("pending");
  });
});

describe("a thread into which another was merged", () => {
  const own = comment("c1");
  const came = comment("c2", { mergedFromId: "b", createdAt: "2026-10-05T12:01:00.000Z" });
  const later = comment("c3", { createdAt: "2026-10-05T12:02:00.000Z" });
  const waiting = { ...comment("c9", { version: 0 }), pending: { state: "waiting" as const } };
  const merged: LocalThread = { ...thread({ version: 2, comments: [own, came, later] }) };

  test("loses what came with it when that is undone, and nothing else", () => {
    const known = { ...merged, comments: [...merged.comments, waiting] };
    const undone = thread({ version: 3, comments: [own, later] });
    expect(ids(mergeThread(known, undone))).toEqual(["c1", "c3", "c9"]);
  });

  test("keeps it when something older arrives", () => {
    const before = thread({ version: 1, comments: [own] });
    expect(ids(mergeThread(merged, before))).toEqual(["c1", "c2", "c3"]);
  });

  test("keeps what lies beyond the first page, until the number says that it went", () => {
    const page = { version: 3, comments: [own], nextCursor: "after c1" };
    expect(ids(mergeThread(merged, thread({ ...page, commentCount: 3 })))).toHaveLength(3);
    const undone = mergeThread(merged, thread({ ...page, commentCount: 2 }));
    expect(ids(undone)).toEqual(["c1"]);
    expect(undone.nextCursor).toBe("after c1");
  });
});

describe("a comment that arrives", () => {
  const [one, two] = [comment("c1"), comment("c2", { createdAt: "2026-10-05T12:01:00.000Z" })];

  test("takes the place of the same one on its way", () => {
    const waiting = { ...two, version: 0, pending: { state: "sending" as const } };
    const merged = mergeComment(
      { ...thread(), comments: [one, waiting] },
      annotation({ version: 2, commentCount: 2 }),
      two,
    );
    expect(merged.comments).toEqual([one, two]);
    expect(merged.commentCount).toBe(2);
  });

  test("waits on the server where others before it are not loaded", () => {
    const known = thread({ comments: [one], nextCursor: "after c1" });
    const merged = mergeComment(known, annotation({ version: 2, commentCount: 60 }), two);
    expect(ids(merged)).toEqual(["c1"]);
    expect(merged).toMatchObject({ commentCount: 60, nextCursor: "after c1", version: 2 });
  });

  test("is taken there all the same when it is known: edited or deleted", () => {
    const known = thread({ comments: [one], nextCursor: "after c1" });
    const edited = { ...one, version: 2, editedAt: "2026-10-06T00:00:00.000Z" };
    expect(mergeComment(known, annotation({ version: 2 }), edited).comments).toEqual([edited]);
  });

  test("older than what is known changes nothing", () => {
    const newer = { ...one, version: 5, isDeleted: true, body: null };
    const known = thread({ comments: [newer] });
    expect(mergeComment(known, annotation(), one).comments).toEqual([newer]);
  });
});

describe("a page of comments", () => {
  test("is added in its place, and says whether there are more", () => {
    const known = thread({ comments: [comment("c1")], nextCursor: "x" });
    const merged = mergePage(known, { rows: [comment("c2"), comment("c3")], nextCursor: null });
    expect(ids(merged)).toEqual(["c1", "c2", "c3"]);
    expect(merged.nextCursor).toBeNull();
  });

  test("that comes twice is there once", () => {
    const page = { rows: [comment("c2")], nextCursor: null };
    expect(ids(mergePage(mergePage(thread(), page), page))).toEqual(["c1", "c2"]);
  });

  test("stands before what is not on the server yet, in the order of time, then of ids", () => {
    const waiting = {
      ...comment("c0", { createdAt: "2020-01-01T00:00:00.000Z" }),
      pending: { state: "waiting" as const },
    };
    const known: LocalThread = { ...thread(), comments: [waiting] };
    const rows = [
      comment("c3"),
      comment("c2"),
      comment("c4", { createdAt: "2026-10-05T11:00:00.000Z" }),
    ];
    expect(ids(mergePage(known, { rows, nextCursor: null }))).toEqual(["c4", "c2", "c3", "c0"]);
  });
});

describe("the comments that are shown", () => {
  const gone = (id: string) => comment(id, { isDeleted: true, body: null });

  test.each([
    [[comment("c1")], ["c1"]],
    [
      [comment("c1"), gone("c2"), comment("c3")],
      ["c1", "c2", "c3"],
    ],
    [[comment("c1"), gone("c2")], ["c1"]],
    [
      [gone("c1"), comment("c2"), gone("c3"), gone("c4")],
      ["c1", "c2"],
    ],
    [[gone("c1")], []],
    [[], []],
  ])("are without deleted ones after which nobody spoke (%#)", (comments, shown) => {
    expect(shownComments(thread({ comments })).map(({ id }) => id)).toEqual(shown);
  });
});
