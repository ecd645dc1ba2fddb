import { beforeEach, describe, expect, test } from "vitest";

import { followThread } from "@/lib/annotations/following";
import { mergeThread, unmergeThread } from "@/lib/annotations/merging";
import { getOwn, saveThread } from "@/lib/annotations/own";
import { listUnread, markThreadsSeen } from "@/lib/annotations/unread";
import { db } from "@/lib/db";
import { countUnread } from "@/lib/notifications/queries";
import { annotate, reply } from "../../support/factories";
import { type DividedClassroom, openDividedClassroom } from "../../support/groups";
import { inboxOf } from "../../support/notices";

let room: DividedClassroom;
let lead: string;
let merged: string;

beforeEach(async () => {
  room = await openDividedClassroom();
  const { author, classmate, assignment } = room;
  for (const { id: userId } of [author, classmate]) {
    const assignmentId = assignment.id;
    await db.seen.create({ data: { userId, assignmentId, seenAt: new Date(0) } });
  }
  lead = (await annotate(author.id, assignment, "fox", { says: "A fox." })).id;
  merged = (await annotate(classmate.id, assignment, "dog", { says: "A dog." })).id;
});

const merge = () => mergeThread(room.instructor.id, merged, { into: lead });
const unmerge = () => unmergeThread(room.instructor.id, merged);
const own = ({ id }: { id: string }) => getOwn(id, room.assignment.id);
const unread = async ({ id }: { id: string }) =>
  (await listUnread(id, room.assignment.id)).unread.sort();
const see = ({ id }: { id: string }, ids: string[]) =>
  markThreadsSeen(id, room.assignment.id, { ids, agoMs: 0 });

describe("notices of a merged thread", () => {
  test("lead to where its words are, with those of that thread, and back", async () => {
    await reply(room.classmate.id, lead, "Quick, too.");
    await reply(room.mate.id, merged, "A lazy one.");
    await followThread(room.classmate.id, lead, "FOLLOWED");
    await reply(room.mate.id, lead, "Brown.");
    const before = await inboxOf(room.classmate);
    expect(before.map(({ annotationId }) => annotationId).sort()).toEqual([lead, merged].sort());
    expect(await countUnread(room.classmate.id)).toBe(2);

    await merge();
    const [thread, ...others] = await inboxOf(room.classmate);
    expect(others).toEqual([]);
    expect(thread).toMatchObject({ annotationId: lead, quote: "fox" });
    expect(thread?.notices.map(({ words }) => words)).toEqual(["A lazy one.", "Brown."]);
    expect(await countUnread(room.classmate.id)).toBe(1);

    await unmerge();
    expect(await inboxOf(room.classmate)).toEqual(before);
  });

  test("of the thread as a whole go with it too", async () => {
    const thread = { annotationId: merged, assignmentId: room.assignment.id };
    const data = { ...thread, userId: room.instructor.id, kind: "NEEDS_INSTRUCTOR" } as const;
    await db.notification.create({ data });
    await merge();
    expect(await inboxOf(room.instructor)).toMatchObject([{ annotationId: lead }]);
    await unmerge();
    expect(await inboxOf(room.instructor)).toMatchObject([{ annotationId: merged }]);
  });

  test("show nobody what they may not read", async () => {
    const { author, classmate, mate, group } = room;
    // Ben wrote for the group in which he was; the other thread he never could read.
    const isOurs = { audience: "GROUP", groupId: group.id } as const;
    for (const id of [lead, merged]) await db.annotation.update({ where: { id }, data: isOurs });
    await reply(mate.id, merged, "A lazy one.");
    await reply(author.id, lead, "Quick.");
    expect(await inboxOf(classmate)).toHaveLength(1);
    await merge();
    expect(await inboxOf(classmate)).toEqual([]);
    expect(await countUnread(classmate.id)).toBe(0);
    await unmerge();
    expect(await inboxOf(classmate)).toMatchObject([{ annotationId: merged, quote: "dog" }]);
  });
});

describe("who followed, muted or kept a merged thread", () => {
  test("does so with the one it went to, and again with it alone", async () => {
    await followThread(room.mate.id, merged, "MUTED");
    await saveThread(room.mate.id, merged, true);
    await merge();
    expect(await own(room.mate)).toMatchObject({ follows: { [lead]: "MUTED" }, savedIds: [lead] });
    await unmerge();
    expect(await own(room.mate)).toMatchObject({
      follows: { [merged]: "MUTED" },
      savedIds: [merged],
    });
  });

  test("keeps what they said of that one themselves, before and since", async () => {
    await followThread(room.mate.id, lead, "FOLLOWED");
    await followThread(room.mate.id, merged, "MUTED");
    await followThread(room.other.id, merged, "FOLLOWED");
    await merge();
    await saveThread(room.mate.id, merged, true);
    await followThread(room.other.id, lead, "MUTED");
    expect((await own(room.mate)).follows).toEqual({ [lead]: "FOLLOWED" });
    await unmerge();
    expect(await own(room.mate)).toMatchObject({
      follows: { [lead]: "FOLLOWED", [merged]: "MUTED" },
      savedIds: [lead],
    });
    expect((await own(room.other)).follows).toEqual({ [lead]: "MUTED", [merged]: "FOLLOWED" });
  });

  test("of two that were merged, does so as long as one is", async () => {
    const { id: third } = await annotate(room.mate.id, room.assignment, "lazy", { says: "Lazy." });
    for (const id of [merged, third]) await saveThread(room.other.id, id, true);
    await merge();
    await mergeThread(room.instructor.id, third, { into: lead });
    await unmerge();
    expect((await own(room.other)).savedIds.sort()).toEqual([lead, merged].sort());
    await unmergeThread(room.instructor.id, third);
    expect((await own(room.other)).savedIds.sort()).toEqual([merged, third].sort());
  });
});

describe("what was seen of two threads that become one", () => {
  test("stays seen where all of both was", async () => {
    await reply(room.mate.id, lead, "Quick.");
    await reply(room.mate.id, merged, "Lazy.");
    await see(room.author, [lead, merged]);
    await merge();
    expect(await unread(room.author)).toEqual([]);
  });

  test("is unread where something in either was, and as before when it is taken back", async () => {
    await reply(room.mate.id, merged, "Lazy.");
    await see(room.author, [lead]);
    expect(await unread(room.author)).toEqual([merged]);
    await merge();
    expect(await unread(room.author)).toEqual([lead]);
    await unmerge();
    expect(await unread(room.author)).toEqual([merged]);
  });

  test("was seen in both by who saw the one since", async () => {
    await reply(room.mate.id, merged, "Lazy.");
    await merge();
    await see(room.author, [lead]);
    await unmerge();
    expect(await unread(room.author)).toEqual([]);
  });
});
