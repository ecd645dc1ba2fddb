import { beforeEach, describe, expect, test } from "vitest";

import { assignmentAbilities, readableBy } from "@/lib/assignments/policy";
import {
  getAssignment,
  getAssignmentViewer,
  listAssignments,
  listUpcoming,
  listUses,
} from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { archive, type Classroom, openClassroom } from "../../support/classroom";
import { createAssignment, createCourse, createReading, enrol } from "../../support/factories";
import { outcomeOf } from "../../support/outcome";
import { countQueries } from "../../support/queries";
import { MEMBERS } from "../../support/things";

const OPENS = new Date("2026-03-02T08:00:00Z");
const BEFORE = new Date("2026-03-02T07:59:59Z");
const AFTER = new Date("2026-03-02T08:00:01Z");

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom({ opensAt: OPENS });
});

const doors = {
  list: async (userId: string, now: Date) =>
    (await listAssignments(userId, room.course.id, now)).some(
      ({ id }) => id === room.assignment.id,
    ),
  page: async (userId: string, now: Date) =>
    (await getAssignment(userId, room.assignment.id, { now })).id === room.assignment.id,
  everything: async (userId: string, now: Date) =>
    (await getAssignmentViewer(userId, room.assignment.id, { now })).can.read,
};

async function isShown(door: keyof typeof doors, userId: string, now: Date) {
  let shown = false;
  const outcome = await outcomeOf(
    doors[door](userId, now).then((answer) => {
      shown = answer;
    }),
  );
  return outcome === "done" ? shown : outcome;
}

describe("an assignment", () => {
  test.each([
    ["before it opens", BEFORE, false],
    ["in the moment in which it opens", OPENS, true],
    ["after it opened", AFTER, true],
  ])("%s is there for staff, and for students: %o", async (_, now, isOpen) => {
    const closed = { list: false, page: "NotFound", everything: "NotFound" };
    for (const door of ["list", "page", "everything"] as const) {
      for (const { id, role } of [room.author, room.instructor, room.assistant]) {
        const expected = isOpen || role !== "STUDENT" ? true : closed[door];
        expect(await isShown(door, id, now), `${role} ${door}`).toBe(expected);
      }
    }
  });

  test("is never there for those who are not in its course", async () => {
    for (const { id } of [room.removed, room.stranger, room.nobody]) {
      for (const door of ["list", "page", "everything"] as const) {
        expect(await isShown(door, id, AFTER)).toBe("NotFound");
      }
      expect(await listUpcoming(id, AFTER)).toEqual([]);
      expect(await listUses(id, room.assignment.readingId)).toEqual([]);
    }
  });

  test("that does not exist is NotFound", async () => {
    const missing = getAssignment(room.instructor.id, crypto.randomUUID());
    await expect(missing).rejects.toThrow(NotFound);
  });

  test("says when it opens to staff, who see it before", async () => {
    const view = await getAssignment(room.assistant.id, room.assignment.id, { now: BEFORE });
    expect(view).toMatchObject({ isOpen: false, opensAt: OPENS.toISOString() });
    expect(view.can).toEqual({ read: true, annotate: true, discuss: true, edit: false });
  });

  test("of an archived course can only be read", async () => {
    await archive(room.course.id);
    for (const { id } of [room.author, room.instructor]) {
      const { can, course } = await getAssignment(id, room.assignment.id, { now: AFTER });
      expect(can).toEqual({ read: true, annotate: false, discuss: false, edit: false });
      expect(course.isArchived).toBe(true);
    }
  });
});

test("the filter of assignments lets through exactly what the read ability allows", async () => {
  const times = [null, new Date(0), BEFORE, OPENS, AFTER, new Date("2099-01-01T00:00:00Z")];
  const rows = await Promise.all(
    times.map((opensAt) => createAssignment(room.course.id, { opensAt })),
  );
  for (const name of MEMBERS) {
    for (const now of [BEFORE, OPENS, AFTER]) {
      const { role } = room.people[name];
      const ids = { id: { in: rows.map(({ id }) => id) } };
      const found = await db.assignment.findMany({
        where: { ...ids, ...readableBy({ role }, now) },
      });
      const can = (row: (typeof rows)[number]) =>
        assignmentAbilities({ role, isArchived: false }, row, now).read;
      const readable = rows.filter(can).map(({ id }) => id);
      expect(found.map(({ id }) => id).sort()).toEqual(readable.sort());
    }
  }
});

describe("what is due", () => {
  const NOW = new Date("2026-03-10T12:00:00Z");

  async function assign(title: string, dueAt: string | null, courseId = room.course.id) {
    await createAssignment(courseId, { title, dueAt: dueAt ? new Date(dueAt) : null });
  }

  beforeEach(async () => {
    await assign("long past", "2026-02-01T12:00:00Z");
    await assign("soon", "2026-03-11T12:00:00Z");
    await assign("just past", "2026-03-10T11:59:59Z");
    await assign("later", "2026-04-01T12:00:00Z");
    await assign("right now", "2026-03-10T12:00:00Z");
  });

  test("is listed next first, then what is never due, then what is past, latest first", async () => {
    const cards = await listUpcoming(room.author.id, NOW);
    const ahead = ["right now", "soon", "later", room.assignment.title];
    expect(cards.map(({ title }) => title)).toEqual([...ahead, "just past", "long past"]);
  });

  test("in a course is listed by due date, what is never due last", async () => {
    const cards = await listAssignments(room.author.id, room.course.id, NOW);
    const dated = ["long past", "just past", "right now", "soon", "later"];
    expect(cards.map(({ title }) => title)).toEqual([...dated, room.assignment.title]);
  });

  test("comes from all of a person's courses that are not archived, and from no other", async () => {
    const [second, archived, foreign] = await Promise.all([
      createCourse({ title: "Botany", timeZone: "Asia/Tokyo" }),
      createCourse({ archivedAt: NOW }),
      createCourse(),
    ]);
    await enrol(second.id, room.author.id, "ASSISTANT");
    await enrol(archived.id, room.author.id);
    await assign("in another course", "2026-03-10T13:00:00Z", second.id);
    await assign("in an archived one", "2026-03-10T13:00:00Z", archived.id);
    await assign("in a foreign one", "2026-03-10T13:00:00Z", foreign.id);
    const cards = await listUpcoming(room.author.id, NOW);
    expect(cards).toHaveLength(7);
    expect(cards[1]).toMatchObject({
      ...{ title: "in another course", courseTitle: "Botany", courseTimeZone: "Asia/Tokyo" },
    });
  });

  test("does not hold what has not opened, for nobody: staff find that in the course", async () => {
    const opensAt = new Date("2026-03-10T12:00:01Z");
    await createAssignment(room.course.id, { title: "closed", opensAt });
    for (const { id } of [room.author, room.instructor]) {
      const titles = (await listUpcoming(id, NOW)).map(({ title }) => title);
      expect(titles).not.toContain("closed");
    }
  });

  test("costs as many queries for many assignments as for none", async () => {
    const many = await countQueries(() => listUpcoming(room.author.id, NOW));
    const none = await countQueries(() => listUpcoming(room.author.id, new Date(0)));
    expect(many).toBeGreaterThanOrEqual(none);
    await Promise.all(Array.from({ length: 20 }, () => assign("more", "2026-03-12T12:00:00Z")));
    expect(await countQueries(() => listUpcoming(room.author.id, NOW))).toBe(many);
  });
});

describe("where a reading is used", () => {
  test("lists the assignments in one's own courses, newest first", async () => {
    const reading = await createReading({ ownerId: room.instructor.id });
    const foreign = await createCourse();
    const first = await createAssignment(room.course.id, { reading });
    const second = await createAssignment(room.course.id, { reading });
    await createAssignment(foreign.id, { reading });
    const uses = await listUses(room.instructor.id, reading.id);
    expect(uses.map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  test("does not tell a student of what has not opened", async () => {
    const opensAt = new Date("2099-01-01T00:00:00Z");
    const reading = await createReading({ ownerId: room.author.id });
    const { id } = await createAssignment(room.course.id, { reading, opensAt });
    expect(await listUses(room.author.id, reading.id)).toEqual([]);
    expect(await listUses(room.assistant.id, reading.id)).toMatchObject([{ id }]);
  });
});
