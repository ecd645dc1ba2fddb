import { describe, expect, test } from "vitest";

import { makeJoinCode } from "@/lib/courses/join-code";
import {
  changeRoleInput,
  courseDiscussionForm,
  courseInput,
  courseParams,
  createCourseInput,
  joinInput,
  joinParams,
  movePeopleForm,
  moveToGroupForm,
  peopleQuery,
  personInput,
} from "@/lib/courses/schema";

const courseId = "019a0de0-0000-7000-8000-000000000001";
const userId = "019a0de0-0000-7000-8000-000000000002";
const isValid = (schema: { safeParse(input: unknown): { success: boolean } }, input: unknown) =>
  schema.safeParse(input).success;

describe("a new course", () => {
  const input = { title: "  Primary Sources ", timeZone: "Europe/Amsterdam" };

  test("has a title without space around it, and may have no term", () => {
    expect(createCourseInput.parse(input)).toEqual({
      title: "Primary Sources",
      term: "",
      timeZone: "Europe/Amsterdam",
    });
  });

  test.each([
    { title: "" },
    { title: "   " },
    { title: "a".repeat(201) },
    { title: undefined },
    { title: 7 },
    { term: "a".repeat(81) },
    { timeZone: "Europe/Atlantis" },
    { timeZone: "" },
    { timeZone: undefined },
    { timeZone: `UTC${"x".repeat(70)}` },
    { joinCode: "READTEXT" },
  ])("is refused: %j", (wrong) => {
    expect(isValid(createCourseInput, { ...input, ...wrong })).toBe(false);
  });
});

describe("a join code", () => {
  test.each([
    ["READTEXT", "READTEXT"],
    ["readtext", "READTEXT"],
    [" read-text ", "READTEXT"],
    ["R E A D\tT E X T", "READTEXT"],
    ["2345", "2345"],
  ])("may be typed as %j", (code, read) => {
    expect(joinInput.parse({ code })).toEqual({ code: read });
    expect(joinParams.parse({ code })).toEqual({ code: read });
  });

  test.each([
    "",
    "abc",
    "a".repeat(17),
    "a".repeat(65),
    "READ/TEXT",
    "ＲＥＡＤＴＥＸＴ",
    "réadtext",
    null,
    12345678,
  ])("is not %j", (code) => {
    expect(isValid(joinInput, { code })).toBe(false);
  });

  test("that is none is told in our own words", () => {
    const { error } = joinInput.safeParse({ code: "?" });
    expect(error?.issues[0]?.message).toBe("joinCodeUnknown");
  });

  test("that we make is one that can be typed, without signs that look alike", () => {
    const codes = Array.from({ length: 300 }, makeJoinCode);
    for (const code of codes) {
      expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
      expect(joinInput.parse({ code: code.toLowerCase() })).toEqual({ code });
    }
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe("people and courses", () => {
  test.each([
    [courseInput, { courseId }, true],
    [courseInput, { courseId: "1" }, false],
    [courseInput, { courseId, role: "INSTRUCTOR" }, false],
    [courseParams, { courseId: "1' OR 1=1" }, false],
    [personInput, { courseId, userId }, true],
    [personInput, { courseId }, false],
    [changeRoleInput, { courseId, userId, role: "ASSISTANT" }, true],
    [changeRoleInput, { courseId, userId, role: "ADMINISTRATOR" }, false],
    [changeRoleInput, { courseId, userId, role: "student" }, false],
    [changeRoleInput, { courseId, userId }, false],
    [changeRoleInput, { courseId, userId, role: "STUDENT", status: "ACTIVE" }, false],
    [peopleQuery, {}, true],
    [peopleQuery, { cursor: "x" }, false],
  ])("are named by ids and roles that there are (%#)", (schema, input, expected) => {
    expect(isValid(schema, input)).toBe(expected);
  });
});

describe("the settings of a course's discussion, as a form sends them,", () => {
  test("are tags by line or comma without their sign, and boxes that are ticked", () => {
    const sent = { courseId, tags: " #method\r\nevidence, , voice\n", tagsOnly: "on" };
    expect(courseDiscussionForm.parse(sent)).toEqual({
      courseId,
      tags: ["method", "evidence", "voice"],
      tagsOnly: true,
      holdsFirstPosts: false,
    });
  });

  test("have no box that is ticked otherwise, and no more tags than a course may have", () => {
    expect(isValid(courseDiscussionForm, { courseId, tagsOnly: "yes" })).toBe(false);
    const tags = Array.from({ length: 201 }, (_, at) => `t${at}`).join(",");
    expect(isValid(courseDiscussionForm, { courseId, tags })).toBe(false);
  });
});

describe("a person's move to a group", () => {
  test("names one, or for an empty field none", () => {
    const group = { courseId, userId, groupId: userId };
    expect(moveToGroupForm.parse(group).moves).toEqual([{ userId, groupId: userId }]);
    expect(moveToGroupForm.parse({ ...group, groupId: "" }).moves[0]?.groupId).toBeNull();
    expect(isValid(moveToGroupForm, { ...group, groupId: "Monday" })).toBe(false);
  });

  test("is one of several in a field that holds them all, and nothing else", () => {
    const moves = [{ userId, groupId: "" }];
    const parsed = movePeopleForm.parse({ courseId, moves: JSON.stringify(moves) });
    expect(parsed.moves).toEqual([{ userId, groupId: null }]);
    for (const wrong of ["", "[", "[]", "{}", JSON.stringify(Array(501).fill(moves[0]))]) {
      expect(isValid(movePeopleForm, { courseId, moves: wrong })).toBe(false);
    }
  });
});
