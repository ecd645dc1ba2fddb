import { beforeEach, describe, expect, test } from "vitest";

import { assignReading } from "@/lib/assignments/mutations";
import { assignInput } from "@/lib/assignments/schema";
import { db } from "@/lib/db";
import { Forbidden, NotFound } from "@/lib/errors";
import {
  archiveReading,
  describeReading,
  getManagedReading,
  listShelves,
  removeReading,
} from "@/lib/readings/managing";
import { readableBy, readingAbilities } from "@/lib/readings/policy";
import { getReading, getRevision, listReadings } from "@/lib/readings/queries";
import { describeReadingInput, libraryQuery, takeDownInput } from "@/lib/readings/schema";
import { takeDown } from "@/lib/readings/takedown";
import {
  annotate,
  createAssignment,
  createCourse,
  createMember,
  createReading,
  createUser,
  enrol,
  type Person,
} from "../../support/factories";

let ada: Person, ben: Person;
let reading: Awaited<ReturnType<typeof createReading>>;

beforeEach(async () => {
  [ada, ben] = await Promise.all([createUser({ name: "Ada" }), createUser({ name: "Ben" })]);
  reading = await createReading({ ownerId: ada.id });
});

const describing = (given: Record<string, unknown>) =>
  describeReadingInput.parse({ readingId: reading.id, title: "Foxes", right: "own", ...given });

async function titlesOf(userId: string, query: Record<string, unknown> = {}) {
  const { readings } = await listReadings(userId, libraryQuery.parse(query));
  return readings.map(({ title }) => title);
}

describe("a reading that is shared", () => {
  test("with a colleague is theirs to read and assign, and to nobody else's eyes", async () => {
    const cleo = await createUser();
    await describeReading(ada.id, describing({ colleagues: ben.email.toUpperCase() }));
    expect(await getReading(ben.id, reading.id)).toMatchObject({
      sharedBy: "Ada",
      can: { read: true, assign: true, edit: false, manage: false },
    });
    const course = await createCourse();
    await enrol(course.id, ben.id, "INSTRUCTOR");
    const input = { courseId: course.id, readingId: reading.id };
    expect(await assignReading(ben.id, assignInput.parse(input))).toHaveProperty("id");
    await expect(describeReading(ben.id, describing({}))).rejects.toThrow(Forbidden);
    await expect(getReading(cleo.id, reading.id)).rejects.toThrow(NotFound);
    await expect(describeReading(cleo.id, describing({}))).rejects.toThrow(NotFound);
    await describeReading(ada.id, describing({}));
    await expect(getReading(ben.id, reading.id)).rejects.toThrow(NotFound);
  });

  test("with the whole site is everybody's to read", async () => {
    await describeReading(ada.id, describing({ isForAll: "on" }));
    expect(await getReading(ben.id, reading.id)).toMatchObject({ can: { assign: true } });
    expect(await titlesOf(ben.id, { show: "shared" })).toContain("Foxes");
    expect(await titlesOf(ada.id, { show: "shared" })).not.toContain("Foxes");
  });

  test("with an address that nobody has is refused, and nothing changes", async () => {
    const input = describing({ title: "Other", colleagues: `${ben.email}, nobody@example.org` });
    await expect(describeReading(ada.id, input)).rejects.toMatchObject({ key: "nobodyThere" });
    expect(await getManagedReading(ada.id, reading.id)).toMatchObject({ colleagues: [] });
    expect((await getReading(ada.id, reading.id)).title).not.toBe("Other");
  });

  test("is let through by the filter exactly when the ability says so", async () => {
    const shares = { create: { userId: ben.id } };
    const rows = await Promise.all([
      reading,
      createReading({ ownerId: ada.id, isForAll: true }),
      createReading({ ownerId: ada.id, shares }),
      createReading({ ownerId: ben.id }),
    ]);
    const ids = rows.map(({ id }) => id);
    for (const { id: userId } of [ada, ben, await createUser()]) {
      const found = await db.reading.findMany({
        where: { id: { in: ids }, ...readableBy(userId) },
      });
      const facts = await db.reading.findMany({
        where: { id: { in: ids } },
        include: { shares: { where: { userId } } },
      });
      const readable = facts.filter((row) => readingAbilities(userId, row).read);
      expect(found.map(({ id }) => id).sort()).toEqual(readable.map(({ id }) => id).sort());
    }
  });
});

describe("a library", () => {
  test("is narrowed by words, tags and collections", async () => {
    await createReading({ ownerId: ada.id, title: "Dogs 100%", author: "Ben" });
    await describeReading(
      ada.id,
      describing({ tags: "#Fable, fable, ANIMALS", collections: "Term 1, Term 2" }),
    );
    const shelves = await listShelves(ada.id);
    expect(shelves.tags).toEqual(["animals", "fable"]);
    expect(shelves.collections.map(({ name }) => name)).toEqual(["Term 1", "Term 2"]);
    expect(await listShelves(ben.id)).toEqual({ tags: [], collections: [] });
    expect(await titlesOf(ada.id, { show: "own" })).toHaveLength(2);
    expect(await titlesOf(ada.id, { tag: "fable" })).toEqual(["Foxes"]);
    expect(await titlesOf(ada.id, { collection: shelves.collections[0]?.id })).toEqual(["Foxes"]);
    expect(await titlesOf(ada.id, { q: "ben DOGS" })).toEqual(["Dogs 100%"]);
    expect(await titlesOf(ada.id, { q: "%" })).toEqual(["Dogs 100%"]);
    await describeReading(ada.id, describing({}));
    expect(await listShelves(ada.id)).toEqual({ tags: [], collections: [] });
  });

  test("leaves out what was put away, until it is asked for", async () => {
    await archiveReading(ada.id, { readingId: reading.id, isArchived: true });
    expect(await titlesOf(ada.id, { show: "own" })).toEqual([]);
    expect(await titlesOf(ada.id, { show: "archived" })).toHaveLength(1);
    await archiveReading(ada.id, { readingId: reading.id, isArchived: false });
    expect(await titlesOf(ada.id, { show: "own" })).toHaveLength(1);
    await expect(
      archiveReading(ben.id, { readingId: reading.id, isArchived: true }),
    ).rejects.toThrow(NotFound);
  });
});

describe("deleting a reading", () => {
  test("is refused while a course reads it, and says in which", async () => {
    const course = await createCourse({ title: "Zoology" });
    await enrol(course.id, ada.id, "INSTRUCTOR");
    await createAssignment(course.id, { reading });
    await createAssignment((await createCourse({ title: "Secret" })).id, { reading });
    await expect(removeReading(ada.id, reading.id)).rejects.toMatchObject({
      key: "readingInUse",
      details: { values: { count: 2, where: "Zoology" } },
    });
    expect(await getReading(ada.id, reading.id)).toMatchObject({ id: reading.id });
  });

  test("is its owner's, and complete", async () => {
    await expect(removeReading(ben.id, reading.id)).rejects.toThrow(NotFound);
    await removeReading(ada.id, reading.id);
    await expect(getReading(ada.id, reading.id)).rejects.toThrow(NotFound);
    expect(await db.revision.count({ where: { readingId: reading.id } })).toBe(0);
  });
});

describe("a text that is taken down", () => {
  test("is gone for everybody, and what students wrote about it is not", async () => {
    const course = await createCourse();
    const student = await createMember(course.id);
    const assignment = await createAssignment(course.id, { reading });
    await annotate(student.id, assignment, "quick brown fox", { says: "Which fox?" });
    expect((await getRevision(reading.revisionId)).html).toContain("fox");
    const admin = await createUser({ siteRole: "ADMINISTRATOR" });
    const asked = takeDownInput.parse({
      address: `https://example.edu/read/${assignment.id}#a`,
      reason: "The publisher asked for it.",
    });
    await expect(takeDown(ada.id, asked)).rejects.toThrow(NotFound);
    await takeDown(admin.id, asked);
    expect((await getRevision(reading.revisionId)).html).not.toMatch(/fox|dog/);
    const revision = await db.revision.findUniqueOrThrow({ where: { id: reading.revisionId } });
    expect(JSON.stringify(revision)).not.toMatch(/fox|dog/);
    expect(revision.text).toHaveLength(reading.text.length);
    expect(await getReading(ada.id, reading.id)).toMatchObject({
      takedown: "The publisher asked for it.",
      can: { read: true, assign: false, edit: false, manage: true },
    });
    const comments = await db.comment.findMany({ where: { assignmentId: assignment.id } });
    expect(JSON.stringify(comments)).toContain("Which fox?");
    expect(await db.auditEntry.count({ where: { targetId: reading.id } })).toBe(1);
  });
});
