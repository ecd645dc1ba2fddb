import { beforeEach, describe, expect, test } from "vitest";

import { listActivity, markSeen } from "@/lib/annotations/activity";
import { removeAnnotation, removeComment } from "@/lib/annotations/removal";
import { markThreadsSeen } from "@/lib/annotations/unread";
import { NotFound } from "@/lib/errors";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, createAssignment, enrol, reply } from "../../support/factories";
import { countQueries } from "../../support/queries";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

const NOTHING = { newCount: 0, myCount: 0, annotationCount: 0 };

async function activityOf({ id }: { id: string }) {
  return (await listActivity(id, [room.assignment.id]))[room.assignment.id];
}

describe("what is new in an assignment", () => {
  test("is nothing where nothing was written", async () => {
    expect(await activityOf(room.author)).toEqual(NOTHING);
  });

  test("is what others wrote, not what one wrote oneself", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
    await reply(room.classmate.id, id, "Because.");
    expect(await activityOf(room.author)).toEqual({ newCount: 1, myCount: 1, annotationCount: 1 });
    expect(await activityOf(room.classmate)).toEqual({
      ...NOTHING,
      newCount: 1,
      annotationCount: 1,
    });
    expect(await activityOf(room.assistant)).toEqual({
      ...NOTHING,
      newCount: 2,
      annotationCount: 1,
    });
  });

  test("is what came after one first had it open", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
    await markSeen(room.classmate.id, room.assignment.id, new Date(Date.now() + 60_000));
    expect(await activityOf(room.classmate)).toMatchObject({ newCount: 0, annotationCount: 1 });
    expect(await activityOf(room.assistant)).toMatchObject({ newCount: 1 });

    await markSeen(room.assistant.id, room.assignment.id, new Date(Date.now() - 60_000));
    await reply(room.author.id, id, "Anybody?");
    await markSeen(room.assistant.id, room.assignment.id, new Date());
    expect(await activityOf(room.assistant)).toMatchObject({ newCount: 2 });
  });

  test("is not what one saw in its thread, and is what came there since", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
    await annotate(room.author.id, room.assignment, "dog", { says: "And why?" });
    await markThreadsSeen(room.classmate.id, room.assignment.id, { ids: [id], agoMs: 0 });
    expect(await activityOf(room.classmate)).toMatchObject({ newCount: 1 });
    await reply(room.author.id, id, "Anybody?");
    expect(await activityOf(room.classmate)).toMatchObject({ newCount: 2 });
  });

  test("never counts what one cannot read", async () => {
    for (const audience of ["ONLY_ME", "INSTRUCTORS"] as const) {
      await annotate(room.author.id, room.assignment, "fox", { audience, says: "Hush." });
    }
    expect(await activityOf(room.classmate)).toEqual(NOTHING);
    expect(await activityOf(room.instructor)).toEqual({
      ...NOTHING,
      newCount: 1,
      annotationCount: 1,
    });
    expect(await activityOf(room.author)).toEqual({ ...NOTHING, myCount: 2, annotationCount: 2 });
  });

  test("never counts what is deleted", async () => {
    const kept = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
    const { id, version } = await reply(room.author.id, kept.id, "Anybody?");
    await removeComment(room.author.id, id, version);
    const gone = await annotate(room.author.id, room.assignment, "dog", { says: "And why?" });
    await removeAnnotation(room.author.id, gone.id, gone.version);
    expect(await activityOf(room.classmate)).toEqual({
      ...NOTHING,
      newCount: 1,
      annotationCount: 1,
    });
  });

  test("is told of an assignment that has not opened to staff only", async () => {
    const opensAt = new Date(Date.now() + 86_400_000);
    const { id } = await createAssignment(room.course.id, { opensAt });
    expect(await listActivity(room.author.id, [id])).toEqual({});
    expect(await listActivity(room.assistant.id, [id])).toEqual({ [id]: NOTHING });
  });
});

test("activity costs as many queries for twenty assignments as for one", async () => {
  const assignments = [room.assignment];
  while (assignments.length < 20) assignments.push(await createAssignment(room.course.id));
  const talks = assignments.map(async (assignment) => {
    const { id } = await annotate(room.author.id, assignment, "fox", { says: "Why?" });
    await reply(room.classmate.id, id, "Because.");
  });
  await Promise.all(talks);
  const ids = assignments.map(({ id }) => id);
  const forOne = await countQueries(() => listActivity(room.author.id, ids.slice(0, 1)));
  const forAll = await countQueries(() => listActivity(room.author.id, ids));
  expect(forAll).toBe(forOne);
  const activity = await listActivity(room.author.id, ids);
  const each = { newCount: 1, myCount: 1, annotationCount: 1 };
  expect(activity).toEqual(Object.fromEntries(ids.map((id) => [id, each])));
});

test("activity over courses counts each by one's role there", async () => {
  const other = await openClassroom();
  await enrol(other.course.id, room.author.id, "ASSISTANT");
  for (const { classmate, assignment } of [room, other]) {
    const audience = "INSTRUCTORS";
    await annotate(classmate.id, assignment, "fox", { audience, says: "Hush." });
  }
  const ids = [room.assignment.id, other.assignment.id];
  expect(await listActivity(room.author.id, ids)).toEqual({
    [room.assignment.id]: NOTHING,
    [other.assignment.id]: { ...NOTHING, newCount: 1, annotationCount: 1 },
  });
});

test("only members can say that they saw an assignment", async () => {
  for (const { id } of [room.removed, room.stranger, room.nobody]) {
    await expect(markSeen(id, room.assignment.id, new Date())).rejects.toThrow(NotFound);
  }
});
