import { beforeEach, describe, expect, test } from "vitest";

import { type DiscussionView, getDiscussion, type ThreadGroup } from "@/lib/annotations/discussion";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, createReading } from "../../support/factories";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

const idsOf = ({ threads }: ThreadGroup) => threads.map(({ id }) => id);
const idsByPiece = ({ pieces }: DiscussionView) =>
  pieces.map(({ discussion }) => idsOf(discussion));

async function openText(markdown: string) {
  room = await openClassroom({ reading: await createReading({ markdown }) });
}

describe("a text with its discussion", () => {
  test("has each thread below the block in which it begins, the longer first", async () => {
    const { author, classmate, assignment } = room;
    const short = await annotate(author.id, assignment, "The quick", { says: "?" });
    const long = await annotate(author.id, assignment, "The quick brown fox", { says: "!" });
    const over = await annotate(author.id, assignment, "dog.\n\nA dog".replace("\n\n", "\n"), {});
    const later = await annotate(author.id, assignment, "one eye", { says: "Which?" });
    const view = await getDiscussion(classmate.id, assignment.id, 0);
    expect(idsByPiece(view)).toEqual([[long.id, short.id, over.id], [later.id]]);
    expect(view.pieces[0]!.html).toContain("<p>The quick brown fox");
    expect(view.pieces[1]!.discussion.threads[0]!.comments).toHaveLength(1);
    expect(view).toMatchObject({ from: 0, previous: null, next: null });
  });

  test("begins with what is on the whole reading, and ends with what lost its passage", async () => {
    const { author, classmate, assignment } = room;
    const whole = await annotate(author.id, assignment, null, { says: "A fable." });
    const lost = await annotate(author.id, assignment, "fox", { says: "Gone." });
    await db.anchor.updateMany({
      where: { annotationId: lost.id },
      data: { state: "DETACHED", start: 0, end: 0 },
    });
    const view = await getDiscussion(classmate.id, assignment.id, 0);
    expect([idsOf(view.whole), idsOf(view.detached)]).toEqual([[whole.id], [lost.id]]);
    expect(idsByPiece(view)).toEqual([[], []]);
  });

  test("shows nobody what they may not read", async () => {
    const { author, classmate, instructor, stranger, assignment } = room;
    const mine = { says: "!", audience: "ONLY_ME" } as const;
    const own = await annotate(author.id, assignment, "fox", mine);
    const whole = await annotate(author.id, assignment, null, mine);
    const view = await getDiscussion(author.id, assignment.id, 0);
    expect([idsByPiece(view)[0], idsOf(view.whole)]).toEqual([[own.id], [whole.id]]);
    for (const { id } of [classmate, instructor]) {
      const other = await getDiscussion(id, assignment.id, 0);
      expect([idsByPiece(other), idsOf(other.whole)]).toEqual([[[], []], []]);
    }
    await expect(getDiscussion(stranger.id, assignment.id, 0)).rejects.toThrow(NotFound);
  });

  test("comes by pages of forty blocks", async () => {
    await openText(Array.from({ length: 90 }, (_, at) => `Paragraph ${at}.`).join("\n\n"));
    const { author, assignment } = room;
    const note = await annotate(author.id, assignment, "Paragraph 40.", { says: "!" });
    const pages = await Promise.all(
      [0, 40, 80, 5_000].map((from) => getDiscussion(author.id, assignment.id, from)),
    );
    expect(pages.map(({ pieces, previous, next }) => [pieces.length, previous, next])).toEqual([
      [40, null, 40],
      [40, 0, 80],
      [10, 40, null],
      [1, 49, null],
    ]);
    expect(idsByPiece(pages[0]!).flat()).toEqual([]);
    expect(idsByPiece(pages[1]!)[0]).toEqual([note.id]);
  });

  test("ends a page early where threads are many, and counts what one block has beyond", async () => {
    await openText("One.\n\nTwo.\n\nThree.");
    const { author, assignment } = room;
    await markMany("Two.", 60);
    await markMany("Three.", 120);
    const [first, second] = [
      await getDiscussion(author.id, assignment.id, 0),
      await getDiscussion(author.id, assignment.id, 2),
    ];
    expect(first).toMatchObject({ next: 2, detached: { threads: [] } });
    expect(idsByPiece(first).map(({ length }) => length)).toEqual([0, 60]);
    expect(idsByPiece(second).map(({ length }) => length)).toEqual([100]);
    expect(second.pieces[0]!.discussion.more).toBe(20);
  });

  async function markMany(words: string, count: number) {
    const { author, assignment } = room;
    const { id } = await annotate(author.id, assignment, words, {});
    const { id: _, ...annotation } = await db.annotation.findUniqueOrThrow({ where: { id } });
    const anchor = await db.anchor.findFirstOrThrow({
      where: { annotationId: id },
      select: { revisionId: true, start: true, end: true },
    });
    const ids = Array.from({ length: count - 1 }, () => crypto.randomUUID());
    await db.annotation.createMany({ data: ids.map((id) => ({ ...annotation, id })) });
    await db.anchor.createMany({
      data: ids.map((annotationId) => ({ ...anchor, annotationId })),
    });
  }
});
