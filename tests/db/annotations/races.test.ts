import { beforeEach, describe, expect, test } from "vitest";

import { editComment } from "@/lib/annotations/comments";
import type { ThreadView } from "@/lib/annotations/present";
import { getThread } from "@/lib/annotations/queries";
import { removeAnnotation, removeComment, restoreComment } from "@/lib/annotations/removal";
import { db } from "@/lib/db";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, bodyOf, reply } from "../../support/factories";
import { outcomeOf } from "../../support/outcome";
import { holdTransaction, untilBlocked } from "../../support/transactions";

let room: Classroom;
let thread: ThreadView;

beforeEach(async () => {
  room = await openClassroom();
  thread = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
});

/** Keeps everything that writes in the assignment from being committed, until it is let go. */
function holdUp() {
  return holdTransaction(
    (tx) =>
      tx.$queryRaw`SELECT 1 FROM event_head WHERE assignment_id = ${room.assignment.id}::uuid FOR UPDATE`,
  );
}

/** The comments that are not deleted, as counted and as there are. */
async function countsOf(annotationId: string) {
  const { commentCount, deletedAt } = await db.annotation.findUniqueOrThrow({
    where: { id: annotationId },
  });
  const present = await db.comment.count({ where: { annotationId, deletedAt: null } });
  return { counted: commentCount, present, isDeleted: deletedAt !== null };
}

const answer = () => reply(room.classmate.id, thread.id, "Because.");
const removeThread = () => removeAnnotation(room.author.id, thread.id, thread.version);

describe("a reply and the deletion of its thread at the same time", () => {
  test("keep the reply where it came first", async () => {
    const hold = await holdUp();
    const replying = answer();
    await untilBlocked(1);
    const removing = removeThread();
    await untilBlocked(2);
    await hold.commit();
    await Promise.all([replying, removing]);

    const { comments } = await getThread(room.classmate.id, thread.id);
    expect(comments.map(({ isDeleted }) => isDeleted)).toEqual([true, false]);
    expect(await countsOf(thread.id)).toEqual({ counted: 1, present: 1, isDeleted: false });
  });

  test("refuse the reply as NotFound where the deletion came first", async () => {
    const hold = await holdUp();
    const removing = removeThread();
    await untilBlocked(1);
    const replying = outcomeOf(answer());
    await untilBlocked(2);
    await hold.commit();
    await removing;

    expect(await replying).toBe("NotFound");
    expect(await countsOf(thread.id)).toEqual({ counted: 0, present: 0, isDeleted: true });
  });

  test("never lose a reply that was accepted, nor count one that is not there", async () => {
    for (let round = 0; round < 8; round++) {
      thread = await annotate(room.author.id, room.assignment, "dog", { says: "Why?" });
      const [replied, again, removed] = await Promise.all([
        outcomeOf(answer()),
        outcomeOf(answer()),
        outcomeOf(removeThread()),
      ]);
      expect(removed).toBe("done");
      const accepted = [replied, again].filter((outcome) => outcome === "done").length;
      expect(await countsOf(thread.id)).toEqual({
        counted: accepted,
        present: accepted,
        isDeleted: accepted === 0,
      });
    }
  });
});

test("twenty replies at once are all counted", async () => {
  await Promise.all(Array.from({ length: 20 }, answer));
  expect(await countsOf(thread.id)).toEqual({ counted: 21, present: 21, isDeleted: false });
});

test("a whole class that writes at once is heard, every one of them", async () => {
  const writing = Array.from({ length: 60 }, () =>
    annotate(room.classmate.id, room.assignment, "dog", { says: "Good dog." }),
  );
  await Promise.all(writing);
  const where = { assignmentId: room.assignment.id };
  expect(await db.annotation.count({ where })).toBe(61);
  expect(await db.eventHead.findUniqueOrThrow({ where })).toMatchObject({ number: 61n });
});

test("one comment is deleted once, however many ask at once", async () => {
  const { id, version } = await answer();
  const outcomes = await Promise.all(
    [room.classmate, room.instructor, room.assistant].map((person) =>
      outcomeOf(removeComment(person.id, id, version)),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
  expect(await countsOf(thread.id)).toEqual({ counted: 1, present: 1, isDeleted: false });
});

test("one deletion is undone once, however often it is asked", async () => {
  const { id, version } = await answer();
  await removeComment(room.classmate.id, id, version);
  const outcomes = await Promise.all(
    [1, 2, 3].map(() => outcomeOf(restoreComment(room.classmate.id, id))),
  );
  expect(outcomes.sort()).toEqual(["NotFound", "NotFound", "done"]);
  expect(await countsOf(thread.id)).toEqual({ counted: 2, present: 2, isDeleted: false });
});

test("an edit and a deletion of another comment in the thread both happen", async () => {
  const [opening] = thread.comments;
  const { id, version } = await answer();
  const hold = await holdUp();
  const editing = outcomeOf(
    editComment(room.author.id, opening!.id, 1, { body: bodyOf("Why a fox?") }),
  );
  await untilBlocked(1);
  const removing = outcomeOf(removeComment(room.classmate.id, id, version));
  await untilBlocked(2);
  await hold.commit();
  expect([await editing, await removing]).toEqual(["done", "done"]);
  const { comments } = await getThread(room.author.id, thread.id);
  expect(comments).toMatchObject([{ body: bodyOf("Why a fox?") }, { isDeleted: true }]);
});

test("an edit and a deletion of the same comment end with one of them stale", async () => {
  const { id, version } = await answer();
  const hold = await holdUp();
  const editing = outcomeOf(
    editComment(room.classmate.id, id, version, { body: bodyOf("Because of it.") }),
  );
  await untilBlocked(1);
  const removing = outcomeOf(removeComment(room.instructor.id, id, version));
  await untilBlocked(2);
  await hold.commit();
  expect([await editing, await removing]).toEqual(["done", "Stale"]);
  expect(await countsOf(thread.id)).toEqual({ counted: 2, present: 2, isDeleted: false });
});
