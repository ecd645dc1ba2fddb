import { beforeEach, describe, expect, test } from "vitest";

import { answerQuestion } from "@/lib/annotations/answers";
import { listMarks } from "@/lib/annotations/marks";
import { mergeThread, unmergeThread } from "@/lib/annotations/merging";
import { getThread, listComments } from "@/lib/annotations/queries";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, reply } from "../../support/factories";
import { follow } from "../../support/live";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

async function askTwice() {
  const question = { kind: "QUESTION", says: "Why a fox?" } as const;
  const first = await annotate(room.author.id, room.assignment, "fox", question);
  const second = await annotate(room.classmate.id, room.assignment, "brown fox", question);
  await reply(room.author.id, second.id, "I ask that too.");
  return [first.id, second.id] as const;
}

const authorsOf = ({ comments }: { comments: { author: { name: string } | null }[] }) =>
  comments.map(({ author }) => author?.name);

describe("merging", () => {
  test("puts a thread's comments, each with its author, into another, and leads there", async () => {
    const [lead, id] = await askTwice();
    const merged = await mergeThread(room.instructor.id, id, { into: lead });
    expect(authorsOf(merged)).toEqual(["Ada", "Ben", "Ada"]);
    expect(merged.comments.map(({ isOpening }) => isOpening)).toEqual([true, false, false]);
    expect(merged.commentCount).toBe(3);
    expect((await getThread(room.author.id, id)).id).toBe(lead);
    expect((await listComments(room.author.id, id, { limit: 9 })).rows).toHaveLength(3);
    expect((await listMarks(room.author.id, room.assignment.id)).starts).toHaveLength(1);
    const late = await reply(room.classmate.id, id, "Sent to the old address.");
    expect(late.annotationId).toBe(lead);
    expect(await mergeThread(room.instructor.id, id, { into: lead })).toMatchObject({ id: lead });
  });

  test("is told to whoever has it open: that one went, and what the other has become", async () => {
    const [lead, id] = await askTwice();
    const ben = await follow(room.classmate.id, room.assignment.id);
    await mergeThread(room.assistant.id, id, { into: lead });
    await ben.until((messages) => messages.length === 2);
    expect(ben.messages).toMatchObject([
      { type: "removed", annotationId: id, mergedIntoId: lead },
      { type: "thread", thread: { id: lead, commentCount: 3 } },
    ]);
  });

  test("can be taken back: what came goes back, what was said since stays", async () => {
    const [lead, id] = await askTwice();
    const merged = await mergeThread(room.instructor.id, id, { into: lead });
    await answerQuestion(room.author.id, lead, { commentId: merged.comments[2]!.id });
    await reply(room.instructor.id, lead, "To both of you.");
    const back = await unmergeThread(room.instructor.id, id);
    expect([back.id, authorsOf(back), back.commentCount]).toEqual([id, ["Ben", "Ada"], 2]);
    expect(back.comments[0]!.isOpening).toBe(true);
    const kept = await getThread(room.classmate.id, lead);
    expect([authorsOf(kept), kept.answeredAt]).toEqual([["Ada", "Teacher"], null]);
    expect(await unmergeThread(room.instructor.id, id)).toMatchObject({ id });
  });

  test("is for the staff, and for threads of the same people", async () => {
    const [lead, id] = await askTwice();
    const { author, instructor, assignment, stranger } = room;
    await expect(mergeThread(author.id, lead, { into: id })).rejects.toThrow(Forbidden);
    await expect(mergeThread(stranger.id, lead, { into: id })).rejects.toThrow(NotFound);
    const marking = { says: "Hush.", audience: "INSTRUCTORS" } as const;
    const hushed = await annotate(author.id, assignment, "dog", marking);
    const mark = await annotate(author.id, assignment, "dog");
    for (const [from, into] of [
      ...[[hushed.id, lead] as const, [id, hushed.id] as const],
      ...[[mark.id, lead] as const, [id, id] as const],
    ]) {
      await expect(mergeThread(instructor.id, from, { into })).rejects.toThrow(Conflict);
    }
    const own = await annotate(author.id, assignment, "dog", { says: "!", audience: "ONLY_ME" });
    await expect(mergeThread(instructor.id, own.id, { into: lead })).rejects.toThrow(NotFound);
  });

  test("of a thread that others were merged into waits until that is taken back", async () => {
    const [lead, id] = await askTwice();
    await mergeThread(room.instructor.id, id, { into: lead });
    const { id: third } = await annotate(room.author.id, room.assignment, "dog", { says: "?" });
    const merging = mergeThread(room.instructor.id, lead, { into: third });
    await expect(merging).rejects.toMatchObject({ key: "mergeOfMerged" });
  });
});
