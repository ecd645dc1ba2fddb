import { beforeEach, expect, test } from "vitest";

import { unpackMarks } from "@/components/reader/unpack-marks";
import { editComment } from "@/lib/annotations/comments";
import { getMarksTag, listMarks } from "@/lib/annotations/marks";
import { hideComment, markThread, pickComment } from "@/lib/annotations/moderation";
import { getThread } from "@/lib/annotations/queries";
import { removeComment } from "@/lib/annotations/removal";
import { voteOn } from "@/lib/annotations/votes";
import { renameGroup } from "@/lib/courses/groups";
import { db } from "@/lib/db";
import { annotate, bodyOf, reply } from "../../support/factories";
import { allowAnonymity, type DividedClassroom, openDividedClassroom } from "../../support/groups";
import { follow } from "../../support/live";
import { hideBehind } from "../../support/talk";

let room: DividedClassroom;

beforeEach(async () => {
  room = await openDividedClassroom();
});

/** Words with tags in them. */
function tagged(...names: string[]) {
  const { content } = bodyOf("About ");
  const tags = names.map((name) => ({ type: "tag", attrs: { name } }));
  return {
    type: "doc",
    content: [{ type: "paragraph", content: [...content[0]!.content, ...tags] }],
  };
}

async function say(userId: string, annotationId: string, ...names: string[]): Promise<string> {
  const { id, version } = await reply(userId, annotationId, "Hm.");
  await editComment(userId, id, version, { body: tagged(...names) });
  return id;
}

/** What a filter can ask of the marks that somebody gets. */
async function marksOf({ id }: { id: string }) {
  return unpackMarks(await listMarks(id, room.assignment.id));
}

test("a mark has the tags of all comments that the viewer can read, and of no others", async () => {
  const { author, classmate, instructor, assignment } = room;
  const { id } = await annotate(author.id, assignment, "fox", { says: "Why?" });
  await annotate(author.id, assignment, "dog", { says: "Oh." });
  await say(classmate.id, id, "irony", "method");
  const hidden = await say(classmate.id, id, "rude");
  await hideComment(instructor.id, hidden, { reason: "No." });
  const gone = await say(classmate.id, id, "gone");
  await removeComment(classmate.id, gone, 2);
  const own = await annotate(author.id, assignment, "lazy", { says: "I", audience: "ONLY_ME" });
  await say(author.id, own.id, "secret");

  const view = await listMarks(room.other.id, assignment.id);
  expect(view.tags).toEqual(["irony", "method"]);
  expect(view.tagPairs).toEqual([0, 0, 0, 1]);
  const tags = async (person: { id: string }) => (await marksOf(person)).map((mark) => mark.tags);
  expect(await tags(room.other)).toEqual([["irony", "method"], []]);
  expect(await tags(classmate)).toEqual([["irony", "method", "rude"], []]);
  expect(await tags(instructor)).toEqual([["irony", "method", "rude"], []]);
  expect(await tags(author)).toEqual([["irony", "method"], ["secret"], []]);
});

test("a mark says its group by name to those who read it, and others learn of no group", async () => {
  const { author, mate, other, instructor, assignment } = room;
  await annotate(author.id, assignment, "fox", { says: "For us.", audience: "GROUP" });
  await annotate(other.id, assignment, "dog", { says: "And us.", audience: "GROUP" });
  await annotate(author.id, assignment, "lazy", { says: "For all." });
  const groups = async (person: { id: string }) =>
    (await marksOf(person)).map(({ group }) => group?.name ?? null);
  expect(await groups(mate)).toEqual(["Monday", null]);
  expect(await groups(other)).toEqual([null, "Tuesday"]);
  expect(await groups(room.classmate)).toEqual([null]);
  expect(await groups(instructor)).toEqual(["Monday", null, "Tuesday"]);
  expect((await listMarks(room.classmate.id, assignment.id)).groups).toEqual([]);

  const before = await getMarksTag(mate.id, assignment.id);
  await renameGroup(instructor.id, room.group.id, { name: "Mondays" });
  expect(await getMarksTag(mate.id, assignment.id)).not.toBe(before);
  expect(await groups(mate)).toEqual(["Mondays", null]);
});

test("marks are as threads are: votes, picks and tags, in the list and in live messages", async () => {
  const { author, classmate, instructor, assignment } = room;
  const { id, comments } = await annotate(author.id, assignment, "fox", { says: "Why?" });
  const live = await follow(classmate.id, assignment.id);
  await voteOn(classmate.id, comments[0]!.id, true);
  await voteOn(instructor.id, comments[0]!.id, true);
  const answer = await say(classmate.id, id, "irony");
  await voteOn(author.id, answer, true);
  await pickComment(instructor.id, answer, true);
  await live.until((messages) => messages.length === 6);
  const [mark] = await marksOf(classmate);
  expect(mark).toMatchObject({ voteCount: 2, isPicked: true, tags: ["irony"] });
  const told = { voteCount: 2, hasPicked: true, tags: ["irony"] };
  expect(await getThread(classmate.id, id)).toMatchObject(told);
  expect(live.messages.at(-1)).toMatchObject({ type: "comment", annotation: told });

  await hideComment(instructor.id, answer, { reason: "After all, no." });
  await live.until((messages) => messages.length === 7);
  const bare = { voteCount: 2, hasPicked: false, tags: [] };
  const [seen] = await marksOf(room.other);
  expect(seen).toMatchObject({ voteCount: 2, isPicked: false, tags: [] });
  expect(await getThread(room.other.id, id)).toMatchObject(bare);
  await markThread(instructor.id, id, "pin", true);
  expect((await marksOf(room.other))[0]).toMatchObject({ isPicked: true });
});

test("a classmate can filter by an anonymous author's pseudonym, and by nothing that joins it to a name", async () => {
  const { author, classmate, instructor, assignment } = room;
  await allowAnonymity(assignment.id);
  const masked = await annotate(author.id, assignment, "fox", { says: "Masked." });
  await hideBehind(assignment, masked, "Quiet Heron");
  await annotate(author.id, assignment, "dog", { says: "Open." });
  const { key } = await db.pseudonym.findFirstOrThrow({ where: { assignmentId: assignment.id } });
  const authors = async (person: { id: string }) =>
    (await marksOf(person)).map((mark) => [mark.author.id, mark.author.name]);
  expect(await authors(classmate)).toEqual([
    [key, "Quiet Heron"],
    [author.id, "Ada"],
  ]);
  expect(await authors(instructor)).toEqual([
    [author.id, "Ada"],
    [author.id, "Ada"],
  ]);
});
