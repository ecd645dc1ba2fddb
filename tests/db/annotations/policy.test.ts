import { v7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";

import {
  annotationAbilities,
  commentAbilities,
  commentReadableBy,
  readableBy,
  readersOf,
  wordsReadableBy,
} from "@/lib/annotations/policy";
import { readableSql, wordsReadableSql } from "@/lib/annotations/readable-sql";
import { type AssignmentViewer, getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import {
  DIVIDED,
  type DividedClassroom,
  OUTSIDERS,
  openDividedClassroom,
} from "../../support/groups";

const AUTHORS = ["author", "other", "instructor", "assistant", "removed"] as const;
const AUDIENCES = ["ONLY_ME", "INSTRUCTORS", "GROUP", "COURSE"] as const;
const then = new Date("2026-10-05T12:00:00Z");

let room: DividedClassroom;
let viewers: Record<(typeof DIVIDED)[number], AssignmentViewer>;
let annotations: ReturnType<typeof makeAnnotations>;
let comments: ReturnType<typeof makeComments>;

/** Every audience in every state that decides who sees it, by everybody who may have written it. */
function makeAnnotations() {
  const { people, assignment, group, otherGroup } = room;
  const lead = v7();
  const common = {
    ...{ assignmentId: assignment.id, revisionId: assignment.revisionId, kind: "COMMENT" as const },
    ...{ quote: "fox", prefix: "", suffix: "", start: 16, end: 19 },
    ...{ groupId: null, deletedAt: null, heldAt: null, lockedAt: null, mergedIntoId: null },
  };
  const states = [
    {},
    { deletedAt: then },
    { heldAt: then },
    { lockedAt: then },
    { mergedIntoId: lead },
    { isAnonymous: true },
  ];
  const made = AUTHORS.flatMap((name) =>
    AUDIENCES.flatMap((audience) => {
      const groups = audience === "GROUP" ? [group.id, otherGroup.id] : [null];
      return groups.flatMap((groupId) =>
        states.map((state) => ({
          ...common,
          ...{ id: v7(), authorId: people[name].id, audience, groupId, isAnonymous: false },
          ...state,
        })),
      );
    }),
  );
  const first = { ...common, id: lead, authorId: people.author.id, audience: "COURSE" as const };
  return [{ ...first, isAnonymous: false }, ...made];
}

/** Every state of a comment, in every one of the annotations, by everybody who may have written it. */
function makeComments() {
  const { people, assignment } = room;
  const none = { deletedAt: null, heldAt: null, hiddenAt: null, privateToId: null };
  const states = [
    {},
    { deletedAt: then },
    { heldAt: then },
    { hiddenAt: then },
    { privateToId: people.author.id },
    { privateToId: people.mate.id },
    { hiddenAt: then, privateToId: people.mate.id },
  ];
  const common = { assignmentId: assignment.id, body: {}, text: "", wordCount: 0 };
  return annotations.flatMap(({ id: annotationId }) =>
    (["author", "other", "instructor"] as const).flatMap((name) =>
      states.map((state) => ({
        ...{ id: v7(), annotationId, authorId: people[name].id, ...common, ...none },
        ...state,
      })),
    ),
  );
}

beforeAll(async () => {
  room = await openDividedClassroom();
  annotations = makeAnnotations();
  await db.annotation.createMany({ data: annotations });
  comments = makeComments();
  await db.comment.createMany({ data: comments });
  const seen = DIVIDED.map(async (name) => {
    const viewer = await getAssignmentViewer(room.people[name].id, room.assignment.id);
    return [name, viewer] as const;
  });
  viewers = Object.fromEntries(await Promise.all(seen)) as typeof viewers;
});

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();

describe.each(DIVIDED)("what %s may read", (name) => {
  test("of annotations is the same by the policy, by the filter and in SQL", async () => {
    const viewer = viewers[name];
    const readable = annotations.filter((row) => annotationAbilities(viewer, row).read);
    const assignmentId = room.assignment.id;
    const found = await db.annotation.findMany({
      where: { assignmentId, ...readableBy(viewer) },
      select: { id: true },
    });
    const bySql = await db.$queryRaw<{ id: string }[]>`
      SELECT id FROM annotation
      WHERE assignment_id = ${assignmentId}::uuid AND ${readableSql(viewer)}`;
    expect(idsOf(found)).toEqual(idsOf(readable));
    expect(idsOf(bySql)).toEqual(idsOf(readable));
    expect(readable.length).toBeGreaterThan(0);
    expect(readable.length).toBeLessThan(annotations.length);
  });

  test.each(["read", "readWords"] as const)(
    "of comments, to %s, is the same by the policy, by the filter and in SQL",
    async (ability) => {
      const viewer = viewers[name];
      const threads = new Map(annotations.map((row) => [row.id, row]));
      const readable = comments.filter(
        (row) => commentAbilities(viewer, threads.get(row.annotationId)!, row)[ability],
      );
      const filter = ability === "read" ? commentReadableBy(viewer) : wordsReadableBy(viewer);
      const { id: assignmentId } = room.assignment;
      const found = await db.comment.findMany({
        where: { assignmentId, AND: [{ annotation: readableBy(viewer) }, filter] },
        select: { id: true },
      });
      expect(idsOf(found)).toEqual(idsOf(readable));
      if (ability === "readWords") {
        const bySql = await db.$queryRaw<{ id: string }[]>`
          SELECT comment.id FROM comment JOIN annotation ON annotation.id = comment.annotation_id
          WHERE comment.assignment_id = ${assignmentId}::uuid
            AND ${readableSql(viewer)} AND ${wordsReadableSql(viewer)}`;
        expect(idsOf(bySql)).toEqual(idsOf(readable));
      }
      expect(readable.length).toBeGreaterThan(0);
      expect(readable.length).toBeLessThan(comments.length);
    },
  );
});

test.each(OUTSIDERS)("nothing of it is there for %s", async (name) => {
  const seeing = getAssignmentViewer(room.people[name].id, room.assignment.id);
  await expect(seeing).rejects.toThrow(NotFound);
});

test("whom the staff can mention in a thread are those who can read it", async () => {
  const names = new Map(DIVIDED.map((name) => [room.people[name].id, name]));
  for (const row of annotations) {
    if (row.deletedAt || row.mergedIntoId || row.heldAt) continue;
    const place = { ...row, privateToId: null };
    const where = {
      courseId: room.course.id,
      status: "ACTIVE",
      ...readersOf(viewers.instructor, place),
    } as const;
    const found = await db.enrolment.findMany({ where, select: { userId: true } });
    const readers = DIVIDED.filter((name) => annotationAbilities(viewers[name], row).read);
    expect(found.map(({ userId }) => names.get(userId)).sort()).toEqual([...readers].sort());
  }
});

test("a classmate cannot tell by whom they can mention who wrote anonymously", async () => {
  const { course, group, otherGroup, people } = room;
  const listed = async (authorId: string, groupId: string) => {
    const place = {
      audience: "GROUP",
      groupId,
      authorId,
      isAnonymous: true,
      privateToId: null,
    } as const;
    const where = { courseId: course.id, ...readersOf(viewers.mate, place) };
    const rows = await db.enrolment.findMany({ where, select: { userId: true } });
    return rows.map(({ userId }) => userId).sort();
  };
  expect(await listed(people.other.id, group.id)).toEqual(await listed(people.author.id, group.id));
  expect(await listed(people.author.id, otherGroup.id)).not.toContain(people.author.id);
});
