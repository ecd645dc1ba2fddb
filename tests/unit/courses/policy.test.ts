import { describe, expect, test } from "vitest";

import { courseAbilities, isStaff, membershipOf, personAbilities } from "@/lib/courses/policy";
import type { Role } from "@/prisma/generated/enums";

const granted = (can: Record<string, boolean>) => Object.keys(can).filter((name) => can[name]);

describe("a course", () => {
  test.each<[Role, boolean, string[]]>([
    [
      "INSTRUCTOR",
      false,
      [
        ...["seePeople", "seeEmails", "seeNotebooks", "seeInsights", "remind", "invite", "assign"],
        ...["managePeople", "manageGroups", "rotateCode", "seeDiscussion", "editDiscussion"],
        ...["seeModeration", "seeGradebook", "grade", "seeFeed", "rotateFeed", "edit", "archive"],
        ...["copy", "export", "leave"],
      ],
    ],
    [
      "ASSISTANT",
      false,
      [
        ...["seePeople", "seeEmails", "seeNotebooks", "seeInsights", "remind", "invite"],
        ...["manageGroups", "seeDiscussion", "seeModeration", "seeGradebook", "grade", "seeFeed"],
        ...["rotateFeed", "leave"],
      ],
    ],
    ["STUDENT", false, ["seePeople", "leave"]],
    [
      "INSTRUCTOR",
      true,
      [
        ...["seePeople", "seeEmails", "seeNotebooks", "seeInsights", "seeDiscussion"],
        ...[
          "seeModeration",
          "seeGradebook",
          "seeFeed",
          "edit",
          "archive",
          "copy",
          "export",
          "leave",
        ],
      ],
    ],
    [
      "ASSISTANT",
      true,
      [
        ...["seePeople", "seeEmails", "seeNotebooks", "seeInsights", "seeDiscussion"],
        ...["seeModeration", "seeGradebook", "seeFeed", "leave"],
      ],
    ],
    ["STUDENT", true, ["seePeople", "leave"]],
  ])("lets a %s (archived: %s) do %j", (role, isArchived, allowed) => {
    expect(granted(courseAbilities({ role, isArchived }))).toEqual(allowed);
  });

  test.each<[Role, boolean]>([
    ["INSTRUCTOR", true],
    ["ASSISTANT", true],
    ["STUDENT", false],
  ])("counts a %s as staff: %s", (role, expected) => {
    expect(isStaff(role)).toBe(expected);
  });

  test("belongs to a person only as long as they are active in it", () => {
    expect(membershipOf("ada")).toEqual({
      enrolments: { some: { userId: "ada", status: "ACTIVE" } },
    });
  });
});

describe("a person of a course", () => {
  const person = (userId: string, role: Role, isLastInstructor = false) => ({
    userId,
    role,
    isLastInstructor,
  });

  test.each<[Role, ReturnType<typeof person>, string[]]>([
    ["INSTRUCTOR", person("ben", "STUDENT"), ["changeRole", "remove", "seeNotebook"]],
    ["INSTRUCTOR", person("ben", "ASSISTANT"), ["changeRole", "remove", "seeNotebook"]],
    ["INSTRUCTOR", person("ben", "INSTRUCTOR"), ["changeRole", "remove", "seeNotebook"]],
    ["INSTRUCTOR", person("ada", "INSTRUCTOR"), ["changeRole", "seeNotebook"]],
    ["INSTRUCTOR", person("ada", "INSTRUCTOR", true), ["seeNotebook"]],
    ["INSTRUCTOR", person("ben", "INSTRUCTOR", true), ["seeNotebook"]],
    ["ASSISTANT", person("ben", "STUDENT"), ["seeNotebook"]],
    ["ASSISTANT", person("ada", "ASSISTANT"), ["seeNotebook"]],
    ["STUDENT", person("ben", "STUDENT"), []],
    ["STUDENT", person("ada", "STUDENT"), []],
  ])("%s may, of %j, %j", (role, whom, allowed) => {
    const viewer = { userId: "ada", role, isArchived: false };
    expect(granted(personAbilities(viewer, whom))).toEqual(allowed);
  });

  test("stays as they are in an archived course", () => {
    const viewer = { userId: "ada", role: "INSTRUCTOR", isArchived: true } as const;
    expect(granted(personAbilities(viewer, person("ben", "STUDENT")))).toEqual(["seeNotebook"]);
  });
});
