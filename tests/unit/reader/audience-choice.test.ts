import { describe, expect, test } from "vitest";

import {
  allowedAudience,
  audienceChoices,
  defaultAudience,
  fewVoices,
  isWider,
} from "@/components/reader/audience-choice";
import type { AssignmentView } from "@/lib/assignments/present";

type Room = Pick<AssignmentView, "can" | "discussion" | "groups" | "viewer" | "studentCount">;

const monday = { id: "monday", name: "Monday", studentCount: 3 };
const tuesday = { id: "tuesday", name: "Tuesday", studentCount: 30 };

function room(given: {
  audienceDefault?: Room["discussion"]["audienceDefault"];
  groups?: Room["groups"];
  role?: Room["viewer"]["role"];
  discuss?: boolean;
}): Room {
  const { audienceDefault = "COURSE", groups = [], role = "STUDENT", discuss = true } = given;
  return {
    can: { read: true, annotate: true, discuss, edit: false },
    discussion: { audienceDefault, anonymityAllowed: true, wordMinimum: 0, isPaused: !discuss },
    groups,
    viewer: { userId: "ada", role, pseudonym: null },
    studentCount: 40,
  };
}

describe("whom one can write for", () => {
  test("is a group only where there is one", () => {
    const names = (given: Room) => audienceChoices(given).map(({ audience }) => audience);
    expect(names(room({}))).toEqual(["ONLY_ME", "INSTRUCTORS", "COURSE"]);
    expect(names(room({ groups: [monday] }))).toEqual([
      ...["ONLY_ME", "INSTRUCTORS", "GROUP", "COURSE"],
    ]);
  });

  test("is oneself alone while the discussion is closed", () => {
    const closed = room({ discuss: false, groups: [monday] });
    expect(audienceChoices(closed)).toEqual([{ audience: "ONLY_ME" }]);
    expect(defaultAudience(closed)).toEqual({ audience: "ONLY_ME" });
  });
});

describe("without a choice", () => {
  test.each(["ONLY_ME", "INSTRUCTORS", "COURSE"] as const)("it is for %s as assigned", (named) => {
    expect(defaultAudience(room({ audienceDefault: named }))).toEqual({ audience: named });
  });

  test("it is for one's own group, and for the instructors where one has none", () => {
    const assigned = { audienceDefault: "GROUP" } as const;
    expect(defaultAudience(room({ ...assigned, groups: [monday] }))).toEqual({
      ...{ audience: "GROUP", groupId: "monday" },
    });
    expect(defaultAudience(room(assigned))).toEqual({ audience: "INSTRUCTORS" });
    const staff = room({ ...assigned, role: "INSTRUCTOR", groups: [monday, tuesday] });
    expect(defaultAudience(staff)).toEqual({ audience: "INSTRUCTORS" });
  });
});

test("a group that one left is never exchanged for more people", () => {
  const left = { audience: "GROUP", groupId: "monday" } as const;
  expect(allowedAudience(room({ groups: [tuesday] }), left)).toEqual({ audience: "INSTRUCTORS" });
  expect(allowedAudience(room({ groups: [monday] }), left)).toEqual(left);
});

test("a pseudonym is told to hide little where few could have written", () => {
  const here = { ...room({ groups: [monday, tuesday] }), studentCount: 40 };
  expect(fewVoices(here, { audience: "GROUP", groupId: "monday" })).toBe(3);
  expect(fewVoices(here, { audience: "GROUP", groupId: "tuesday" })).toBeNull();
  expect(fewVoices(here, { audience: "COURSE" })).toBeNull();
  expect(fewVoices({ ...here, studentCount: 5 }, { audience: "COURSE" })).toBe(5);
  expect(fewVoices({ ...here, studentCount: 5 }, { audience: "INSTRUCTORS" })).toBeNull();
});

test("it is wider where somebody may come to see what they did not", () => {
  const course = { audience: "COURSE" } as const;
  const group = { audience: "GROUP", groupId: "monday" } as const;
  expect(isWider(course, group)).toBe(true);
  expect(isWider(group, course)).toBe(false);
  expect(isWider({ audience: "GROUP", groupId: "tuesday" }, group)).toBe(true);
  expect(isWider(group, group)).toBe(false);
  expect(isWider({ audience: "ONLY_ME" }, { audience: "INSTRUCTORS" })).toBe(false);
});
