import { describe, expect, test } from "vitest";

import { NOTES_AT_MOST, numbersInText, planPrint } from "@/components/reader/print-plan";
import { comment, thread } from "./threads";

const anchored = (id: string, start: number, end: number) =>
  thread({ id, anchor: { start, end, state: "EXACT" } });

function plan(threads: ReturnType<typeof thread>[], unloaded: string[] = []) {
  const ids = [...threads.map(({ id }) => id), ...unloaded];
  return planPrint(
    ids.map((id) => ({ id })),
    new Map(threads.map((each) => [each.id, each])),
  );
}

describe("the plan of a print", () => {
  test("numbers the loaded notes in the order of the text, and counts the others", () => {
    const { notes, count, leftOut } = plan([anchored("a", 1, 9), anchored("b", 3, 5)], ["c"]);
    expect(notes.map(({ number, thread }) => [number, thread.id])).toEqual([
      [1, "a"],
      [2, "b"],
    ]);
    expect(count).toBe(3);
    expect(leftOut).toEqual({ unloaded: 1, beyond: 0 });
  });

  test("is bounded, and says by how much", () => {
    const many = Array.from({ length: NOTES_AT_MOST + 7 }, (_, at) =>
      anchored(`${at}`, at, at + 1),
    );
    const { notes, count, leftOut } = plan(many);
    expect(notes).toHaveLength(NOTES_AT_MOST);
    expect(count).toBe(NOTES_AT_MOST + 7);
    expect(leftOut).toEqual({ unloaded: 0, beyond: 7 });
  });

  test("says how many comments of a note are not there", () => {
    const comments = [comment("c1"), comment("c2", { isDeleted: true }), comment("c3")];
    const { notes } = plan([
      thread({ id: "a", comments, commentCount: 9, nextCursor: "more" }),
      thread({ id: "b", comments, commentCount: 2 }),
    ]);
    expect(notes.map(({ missing }) => missing)).toEqual([7, 0]);
  });
});

describe("numbers in the text", () => {
  test("stand where passages end, the last place first, several at one place together", () => {
    const { notes } = plan([anchored("a", 1, 9), anchored("b", 3, 5), anchored("c", 4, 9)]);
    expect(numbersInText(notes)).toEqual([
      { end: 9, numbers: [1, 3] },
      { end: 5, numbers: [2] },
    ]);
  });

  test("are not given to notes without a place", () => {
    const detached = thread({ id: "a", anchor: { start: 0, end: 0, state: "DETACHED" } });
    expect(numbersInText(plan([detached]).notes)).toEqual([]);
  });
});
