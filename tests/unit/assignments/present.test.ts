import { describe, expect, test } from "vitest";

import { presentAssignment, presentCard } from "@/lib/assignments/present";

const now = new Date("2026-10-05T12:00:00Z");
const later = new Date("2026-10-12T21:59:00Z");

const card = {
  id: "an assignment",
  courseId: "k",
  title: "Official prose",
  opensAt: null,
  dueAt: later,
  closesAt: null,
  isPinned: false,
  revision: { number: 2 },
  course: { title: "Primary Sources", timeZone: "Europe/Amsterdam" },
  reading: { title: "Exchanges", author: "Chen Fengxiang" },
};

const row = {
  id: "an assignment",
  title: "Official prose",
  instructions: "Read it twice.",
  opensAt: null,
  audienceDefault: "GROUP" as const,
  anonymityAllowed: true,
  wordMinimum: 50,
  isPaused: false,
  pseudonyms: [{ name: "Quiet Heron" }],
  course: {
    ...{ id: "k", title: "Primary Sources", timeZone: "Europe/Amsterdam", archivedAt: now },
    groups: [{ id: "g", name: "Monday", _count: { memberships: 3 } }],
    _count: { enrolments: 24 },
  },
  reading: { title: "Exchanges", author: "Chen Fengxiang", source: "", language: "en" },
};

describe("an assignment in a list", () => {
  test("is these fields and no other", () => {
    expect(presentCard(card, now)).toEqual({
      id: "an assignment",
      courseId: "k",
      courseTitle: "Primary Sources",
      courseTimeZone: "Europe/Amsterdam",
      title: "Official prose",
      readingTitle: "Exchanges",
      readingAuthor: "Chen Fengxiang",
      opensAt: null,
      dueAt: "2026-10-12T21:59:00.000Z",
      isOpen: true,
      isPinned: false,
      revision: 2,
    });
  });

  test.each([
    [null, true],
    [now, true],
    [later, false],
  ])("that opens at %s is open: %s", (opensAt, isOpen) => {
    expect(presentCard({ ...card, opensAt }, now).isOpen).toBe(isOpen);
  });
});

describe("an assignment on its page", () => {
  const can = { read: true, annotate: false, discuss: false, edit: false };
  const dates = { dueAt: later, closesAt: null };
  const viewer = { userId: "ada", role: "STUDENT", dates, isClosed: false, can } as const;
  const publishedAt = "2026-10-01T08:00:00.000Z";
  const revision = { id: "r", number: 1, publishedAt, earliest: 1, present: 2 };

  test("says what the viewer is in it and may do", () => {
    expect(presentAssignment(viewer, row, { revision, now })).toEqual({
      id: "an assignment",
      title: "Official prose",
      instructions: "Read it twice.",
      opensAt: null,
      dueAt: "2026-10-12T21:59:00.000Z",
      closesAt: null,
      isOpen: true,
      isClosed: false,
      course: {
        id: "k",
        title: "Primary Sources",
        timeZone: "Europe/Amsterdam",
        isArchived: true,
      },
      reading: row.reading,
      revisionId: "r",
      revision,
      discussion: {
        audienceDefault: "GROUP",
        anonymityAllowed: true,
        wordMinimum: 50,
        isPaused: false,
      },
      studentCount: 24,
      groups: [{ id: "g", name: "Monday", studentCount: 3 }],
      viewer: { userId: "ada", role: "STUDENT", pseudonym: "Quiet Heron" },
      can,
    });
  });

  test("without dates is open and never due", () => {
    expect(
      presentAssignment({ ...viewer, dates: { dueAt: null, closesAt: null } }, row, {
        revision,
        now,
      }),
    ).toMatchObject({
      opensAt: null,
      dueAt: null,
      isOpen: true,
    });
  });
});
