import { describe, expect, test } from "vitest";

import { assignmentAbilities, readableBy, revisionAbilities } from "@/lib/assignments/policy";
import type { Role } from "@/prisma/generated/enums";

const now = new Date("2026-10-05T12:00:00Z");
const past = new Date("2026-10-05T11:59:59.999Z");
const future = new Date("2026-10-05T12:00:00.001Z");

const granted = (can: Record<string, boolean>) => Object.keys(can).filter((name) => can[name]);

describe("an assignment", () => {
  test.each<[Role, boolean, Date | null, string[]]>([
    ["STUDENT", false, null, ["read", "annotate", "discuss"]],
    ["STUDENT", false, past, ["read", "annotate", "discuss"]],
    ["STUDENT", false, now, ["read", "annotate", "discuss"]],
    ["STUDENT", false, future, []],
    ["STUDENT", true, past, ["read"]],
    ["STUDENT", true, future, []],
    ["ASSISTANT", false, past, ["read", "annotate", "discuss"]],
    ["ASSISTANT", false, future, ["read", "annotate", "discuss"]],
    ["ASSISTANT", true, future, ["read"]],
    ["INSTRUCTOR", false, future, ["read", "annotate", "discuss", "edit"]],
    ["INSTRUCTOR", false, null, ["read", "annotate", "discuss", "edit"]],
    ["INSTRUCTOR", true, past, ["read"]],
  ])(
    "lets a %s (archived: %s), when it opens at %s, do %j",
    (role, isArchived, opensAt, allowed) => {
      const facts = { opensAt, isPaused: false };
      expect(granted(assignmentAbilities({ role, isArchived }, facts, now))).toEqual(allowed);
    },
  );

  test.each<[Role, string[]]>([
    ["STUDENT", ["read", "annotate"]],
    ["ASSISTANT", ["read", "annotate", "discuss"]],
    ["INSTRUCTOR", ["read", "annotate", "discuss", "edit"]],
  ])("whose discussion is paused lets a %s do %j", (role, allowed) => {
    const facts = { opensAt: null, isPaused: true };
    const can = assignmentAbilities({ role, isArchived: false }, facts, now);
    expect(granted(can)).toEqual(allowed);
  });

  test("is found by students once it is open, by staff always", () => {
    expect(readableBy({ role: "STUDENT" }, now)).toEqual({
      OR: [{ opensAt: null }, { opensAt: { lte: now } }],
    });
    for (const role of ["ASSISTANT", "INSTRUCTOR"] as const) {
      expect(readableBy({ role }, now)).toEqual({});
    }
  });
});

describe("a revision of an assigned text", () => {
  test.each<[number, string[]]>([
    [1, []],
    [2, ["read"]],
    [3, ["read"]],
    [4, ["read", "annotate"]],
    [5, []],
  ])("%i, of one that was assigned with 2 and reads 4, lets members do %j", (number, allowed) => {
    expect(granted(revisionAbilities({ earliest: 2, present: 4 }, number))).toEqual(allowed);
  });
});
