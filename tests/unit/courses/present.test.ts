import { describe, expect, test } from "vitest";

import { presentCourse, presentPerson } from "@/lib/courses/present";
import type { Role } from "@/prisma/generated/enums";

const course = {
  id: "k",
  title: "Primary Sources",
  term: "Autumn 2026",
  timeZone: "Europe/Amsterdam",
  joinCode: "READTEXT",
  feedSecret: "a-feed-of-ours",
  archivedAt: null,
  _count: { enrolments: 10 },
};

const enrolment = (role: Role, id = "ben") => ({
  id: "an enrolment",
  role,
  createdAt: new Date("2026-10-05T12:00:00Z"),
  user: { id, name: "Ben", email: "ben@example.org" },
});

const viewer = (role: Role) => ({ userId: "ada", courseId: "k", role, isArchived: false });

describe("a course as a member sees it", () => {
  test("is these fields and no other", () => {
    const { can, ...fields } = presentCourse("STUDENT", course);
    expect(fields).toEqual({
      id: "k",
      title: "Primary Sources",
      term: "Autumn 2026",
      timeZone: "Europe/Amsterdam",
      role: "STUDENT",
      isArchived: false,
      joinCode: null,
      feedSecret: null,
      peopleCount: 10,
    });
    expect(can).toMatchObject({ seePeople: true, invite: false });
  });

  test.each([
    ["INSTRUCTOR", false, "READTEXT"],
    ["ASSISTANT", false, "READTEXT"],
    ["STUDENT", false, null],
    ["INSTRUCTOR", true, null],
    ["ASSISTANT", true, null],
    ["STUDENT", true, null],
  ] as const)("shows its code to a %s (archived: %s): %s", (role, isArchived, joinCode) => {
    const archivedAt = isArchived ? new Date("2026-12-31T00:00:00Z") : null;
    const view = presentCourse(role, { ...course, archivedAt });
    expect(view).toMatchObject({ joinCode, isArchived });
    expect(JSON.stringify(view).includes("READTEXT")).toBe(joinCode !== null);
  });

  test.each([
    ["INSTRUCTOR", true],
    ["ASSISTANT", true],
    ["STUDENT", false],
  ] as const)("shows the address of its feed to a %s: %s", (role, isShown) => {
    const view = presentCourse(role, course);
    expect(JSON.stringify(view).includes("a-feed-of-ours")).toBe(isShown);
  });
});

describe("a person as a member sees them", () => {
  test.each([
    ["INSTRUCTOR", "ben@example.org"],
    ["ASSISTANT", "ben@example.org"],
    ["STUDENT", null],
  ] as const)("shows a %s the email %s", (role, email) => {
    const view = presentPerson(viewer(role), enrolment("STUDENT"), 1);
    expect(view).toMatchObject({ userId: "ben", name: "Ben", email, isYou: false });
    expect(JSON.stringify(view).includes("example.org")).toBe(email !== null);
  });

  test("is told from oneself", () => {
    const view = presentPerson(viewer("STUDENT"), enrolment("STUDENT", "ada"), 1);
    expect(view).toMatchObject({ isYou: true, joinedAt: "2026-10-05T12:00:00.000Z" });
  });

  test.each([
    ["INSTRUCTOR", 1, false],
    ["INSTRUCTOR", 2, true],
    ["STUDENT", 1, true],
  ] as const)(
    "who is a %s, of %d instructors, may be given another role: %s",
    (role, count, changeRole) => {
      expect(presentPerson(viewer("INSTRUCTOR"), enrolment(role), count).can.changeRole).toBe(
        changeRole,
      );
    },
  );
});
