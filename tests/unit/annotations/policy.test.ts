import { describe, expect, test } from "vitest";

import {
  type AnnotationViewer,
  annotationAbilities,
  commentAbilities,
} from "@/lib/annotations/policy";
import type { AnnotationKind, Audience } from "@/prisma/generated/enums";

const me = "me";
const other = "somebody else";

const here = { isArchived: false, groupId: null, isPaused: false };

const viewers = {
  author: { userId: me, role: "STUDENT", ...here },
  classmate: { userId: other, role: "STUDENT", ...here },
  assistant: { userId: other, role: "ASSISTANT", ...here },
  instructor: { userId: other, role: "INSTRUCTOR", ...here },
} as const satisfies Record<string, AnnotationViewer>;

type Who = keyof typeof viewers;

const annotation = (kind: AnnotationKind, audience: Audience, deletedAt: Date | null = null) => ({
  ...{ authorId: me, kind, audience, deletedAt },
  ...{ groupId: null, heldAt: null, lockedAt: null, mergedIntoId: null },
});

/** The names of the abilities that are granted. */
const granted = (can: Record<string, boolean>) => Object.keys(can).filter((name) => can[name]);

const gone = new Date("2026-10-05T12:00:00Z");

describe("an annotation", () => {
  test.each<[Who, AnnotationKind, Audience, string[]]>([
    ["author", "COMMENT", "COURSE", ["read", "reply", "remove", "reattach", "change"]],
    ["author", "COMMENT", "INSTRUCTORS", ["read", "reply", "remove", "reattach", "change"]],
    ["author", "COMMENT", "ONLY_ME", ["read", "reply", "remove", "reattach", "change"]],
    ["classmate", "COMMENT", "COURSE", ["read", "reply"]],
    ["classmate", "COMMENT", "INSTRUCTORS", []],
    ["classmate", "COMMENT", "ONLY_ME", []],
    ["assistant", "COMMENT", "COURSE", ["read", "reply", "remove", "reattach", "moderate"]],
    ["assistant", "COMMENT", "INSTRUCTORS", ["read", "reply", "remove", "reattach", "moderate"]],
    ["assistant", "COMMENT", "ONLY_ME", []],
    ["instructor", "COMMENT", "COURSE", ["read", "reply", "remove", "reattach", "moderate"]],
    ["instructor", "COMMENT", "INSTRUCTORS", ["read", "reply", "remove", "reattach", "moderate"]],
    ["instructor", "COMMENT", "ONLY_ME", []],
    ["author", "HIGHLIGHT", "COURSE", ["read", "remove", "reattach", "change"]],
    ["author", "HIGHLIGHT", "ONLY_ME", ["read", "remove", "reattach", "change"]],
    ["classmate", "HIGHLIGHT", "COURSE", ["read"]],
    ["classmate", "HIGHLIGHT", "INSTRUCTORS", []],
    ["classmate", "HIGHLIGHT", "ONLY_ME", []],
    ["instructor", "HIGHLIGHT", "COURSE", ["read", "remove", "reattach", "moderate"]],
    ["instructor", "HIGHLIGHT", "ONLY_ME", []],
    ["author", "QUESTION", "COURSE", ["read", "reply", "answer", "remove", "reattach", "change"]],
    ["author", "QUESTION", "ONLY_ME", ["read", "reply", "answer", "remove", "reattach", "change"]],
    ["classmate", "QUESTION", "COURSE", ["read", "reply"]],
    ["classmate", "QUESTION", "INSTRUCTORS", []],
    [
      "assistant",
      "QUESTION",
      "COURSE",
      ["read", "reply", "answer", "remove", "reattach", "moderate"],
    ],
    [
      "instructor",
      "QUESTION",
      "INSTRUCTORS",
      ["read", "reply", "answer", "remove", "reattach", "moderate"],
    ],
    ["instructor", "QUESTION", "ONLY_ME", []],
  ])("%s of a %s for %s may %j", (who, kind, audience, allowed) => {
    expect(granted(annotationAbilities(viewers[who], annotation(kind, audience)))).toEqual(allowed);
  });

  test.each(Object.keys(viewers) as Who[])("that is deleted is nothing to its %s", (who) => {
    for (const audience of ["COURSE", "INSTRUCTORS", "ONLY_ME"] as const) {
      const can = annotationAbilities(viewers[who], annotation("QUESTION", audience, gone));
      expect(granted(can)).toEqual([]);
    }
  });

  test.each(Object.keys(viewers) as Who[])(
    "of an archived course can only be read by its %s",
    (who) => {
      const viewer = { ...viewers[who], isArchived: true };
      expect(granted(annotationAbilities(viewer, annotation("QUESTION", "COURSE")))).toEqual([
        "read",
      ]);
    },
  );

  test("by an instructor for themselves is hidden from the other staff", () => {
    const instructor = { ...viewers.instructor, userId: me };
    expect(annotationAbilities(instructor, annotation("COMMENT", "ONLY_ME")).read).toBe(true);
    expect(annotationAbilities(viewers.assistant, annotation("COMMENT", "ONLY_ME")).read).toBe(
      false,
    );
  });
});

describe("a comment", () => {
  const comment = (authorId: string, deletedAt: Date | null = null) => ({
    ...{ authorId, deletedAt, heldAt: null, hiddenAt: null, privateToId: null },
  });

  test.each<[Who, Audience, "own" | "another's", string[]]>([
    ["author", "COURSE", "own", ["read", "readWords", "edit", "remove"]],
    ["author", "COURSE", "another's", ["read", "readWords", "vote", "report"]],
    ["author", "ONLY_ME", "own", ["read", "readWords", "edit", "remove"]],
    ["classmate", "COURSE", "own", ["read", "readWords", "edit", "remove"]],
    ["classmate", "COURSE", "another's", ["read", "readWords", "vote", "report"]],
    ["classmate", "INSTRUCTORS", "own", []],
    ["classmate", "ONLY_ME", "own", []],
    [
      "assistant",
      "COURSE",
      "another's",
      ["read", "readWords", "remove", "vote", "replyPrivately", "moderate"],
    ],
    ["assistant", "INSTRUCTORS", "own", ["read", "readWords", "edit", "remove", "moderate"]],
    [
      "instructor",
      "COURSE",
      "another's",
      ["read", "readWords", "remove", "vote", "replyPrivately", "moderate"],
    ],
    [
      "instructor",
      "INSTRUCTORS",
      "another's",
      ["read", "readWords", "remove", "vote", "replyPrivately", "moderate"],
    ],
    ["instructor", "ONLY_ME", "another's", []],
    ["instructor", "ONLY_ME", "own", []],
  ])("%s of a thread for %s may, with %s comment, %j", (who, audience, whose, allowed) => {
    const viewer = viewers[who];
    const authorId = whose === "own" ? viewer.userId : "a third";
    const can = commentAbilities(viewer, annotation("COMMENT", audience), comment(authorId));
    expect(granted(can)).toEqual(allowed);
  });

  test("that is deleted keeps its place and can no longer be changed", () => {
    for (const viewer of Object.values(viewers)) {
      const deleted = comment(viewer.userId, gone);
      const can = commentAbilities(viewer, annotation("COMMENT", "COURSE"), deleted);
      expect(granted(can)).toEqual(["read"]);
    }
  });

  test("of a deleted annotation, or of an archived course, cannot be changed", () => {
    const own = comment(me);
    const deleted = annotation("COMMENT", "COURSE", gone);
    expect(granted(commentAbilities(viewers.author, deleted, own))).toEqual([]);
    const archived = { ...viewers.author, isArchived: true };
    const shared = annotation("COMMENT", "COURSE");
    expect(granted(commentAbilities(archived, shared, own))).toEqual(["read", "readWords"]);
  });
});
