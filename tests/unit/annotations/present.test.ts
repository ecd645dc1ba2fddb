import { describe, expect, test } from "vitest";

import {
  type AnnotationRow,
  annotationSelect,
  type CommentRow,
  commentSelect,
  presentAnnotation,
  presentComment,
} from "@/lib/annotations/present";
import type { Role } from "@/prisma/generated/enums";

const here = { isArchived: false, groupId: null, isPaused: false };
const viewer = { userId: "ada", role: "STUDENT", ...here } as const;
const made = new Date("2026-10-05T12:00:00Z");
const later = new Date("2026-10-06T08:30:00Z");

const author = (id: string, role?: Role) => ({
  id,
  name: `Name of ${id}`,
  enrolments: role ? [{ role }] : [],
  pseudonyms: [{ key: "a key", name: "Quiet Heron" }],
});

const annotation: AnnotationRow = {
  id: "a",
  assignmentId: "an assignment",
  authorId: "ben",
  kind: "QUESTION",
  audience: "COURSE",
  groupId: null,
  group: null,
  isAnonymous: false,
  quote: "words",
  answeredAt: null,
  answerId: null,
  ...{ pinnedAt: null, lockedAt: null, heldAt: null, needsInstructorAt: null, mergedIntoId: null },
  comments: [],
  commentCount: 2,
  version: 3,
  createdAt: made,
  deletedAt: null,
  author: author("ben", "STUDENT"),
  anchors: [
    { start: 4, end: 9, state: "MOVED", reattachedAt: null, reattachedBy: null, former: null },
  ],
};

const body = {
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "secret words" }] }],
};

const comment: CommentRow = {
  id: "c",
  annotationId: "a",
  authorId: "ben",
  body,
  isOpening: true,
  isAnonymous: false,
  ...{ heldAt: null, hiddenAt: null, hiddenReason: "", pickedAt: null, privateToId: null },
  ...{ mergedFromId: null, privateTo: null, voteCount: 5 },
  version: 2,
  createdAt: made,
  editedAt: later,
  deletedAt: null,
  author: author("ben", "STUDENT"),
};

describe("an annotation as it leaves the server", () => {
  test("is these fields and no other", () => {
    expect(presentAnnotation(viewer, annotation)).toEqual({
      id: "a",
      author: { id: "ben", name: "Name of ben", isStaff: false, pseudonym: null },
      kind: "QUESTION",
      audience: "COURSE",
      group: null,
      quote: "words",
      anchor: { start: 4, end: 9, state: "MOVED" },
      reattached: null,
      answeredAt: null,
      answerId: null,
      ...{ isPinned: false, isLocked: false, isHeld: false, needsInstructor: false },
      commentCount: 2,
      ...{ voteCount: 0, hasPicked: false, tags: [] },
      version: 3,
      createdAt: "2026-10-05T12:00:00.000Z",
      can: {
        ...{ read: true, reply: true, answer: false, remove: false, reattach: false },
        ...{ change: false, moderate: false },
      },
    });
  });

  test("has votes, picks and tags of what the viewer can read, and of nothing else", () => {
    const told = (at: number, rest: Partial<AnnotationRow["comments"][number]> = {}) => ({
      ...{ authorId: "ben", deletedAt: null, heldAt: null, hiddenAt: null, privateToId: null },
      ...{ isOpening: false, mergedFromId: null, pickedAt: null, voteCount: at },
      tags: [{ name: `tag${at}` }, { name: "both" }],
      ...rest,
    });
    const comments = [
      told(1, { isOpening: true, mergedFromId: "another thread" }),
      told(2, { isOpening: true }),
      told(3, { hiddenAt: later, pickedAt: made }),
      told(4, { heldAt: later }),
      told(5, { privateToId: "cleo" }),
    ];
    const row = { ...annotation, comments };
    const readable = ["both", "tag1", "tag2"];
    expect(presentAnnotation(viewer, row)).toMatchObject({
      ...{ voteCount: 2, hasPicked: false, commentCount: 2, tags: readable },
    });
    expect(presentAnnotation({ ...viewer, userId: "ben" }, row)).toMatchObject({
      ...{ voteCount: 2, hasPicked: true, commentCount: 4 },
      tags: [...readable, "tag3", "tag4", "tag5"],
    });
    comments[1] = told(2, { isOpening: true, hiddenAt: later });
    expect(presentAnnotation(viewer, row)).toMatchObject({ voteCount: 0, tags: ["both", "tag1"] });
  });

  test("takes along nothing that a row holds by chance", () => {
    const row = {
      ...annotation,
      prefix: "before",
      deletedById: "x",
      author: { ...annotation.author, email: "ben@example.org" },
    };
    const sent = JSON.stringify(presentAnnotation(viewer, row));
    expect(sent).not.toMatch(/before|deletedById|email|example\.org|enrolments/);
  });

  test("says when it was answered", () => {
    const { answeredAt } = presentAnnotation(viewer, { ...annotation, answeredAt: later });
    expect(answeredAt).toBe("2026-10-06T08:30:00.000Z");
  });

  test("without an anchor in the revision that is read is detached", () => {
    const { anchor } = presentAnnotation(viewer, { ...annotation, anchors: [] });
    expect(anchor).toEqual({ start: 0, end: 0, state: "DETACHED" });
  });

  test.each([
    ["INSTRUCTOR", true],
    ["ASSISTANT", true],
    ["STUDENT", false],
    [undefined, false],
  ] as const)("tells whether its author teaches: a %s, %s", (role, isStaff) => {
    const view = presentAnnotation(viewer, { ...annotation, author: author("ben", role) });
    expect(view.author.isStaff).toBe(isStaff);
  });
});

describe("a comment as it leaves the server", () => {
  test("is these fields and no other", () => {
    expect(presentComment(viewer, annotation, comment)).toEqual({
      id: "c",
      annotationId: "a",
      author: { id: "ben", name: "Name of ben", isStaff: false, pseudonym: null },
      body,
      ...{ isOpening: true, isDeleted: false, isHidden: false, isHeld: false, isPicked: false },
      ...{ hiddenReason: null, privateTo: null, mergedFromId: null, voteCount: 5 },
      version: 2,
      createdAt: "2026-10-05T12:00:00.000Z",
      editedAt: "2026-10-06T08:30:00.000Z",
      can: {
        ...{ read: true, readWords: true, edit: false, remove: false },
        ...{ vote: true, replyPrivately: false, report: true, moderate: false },
      },
    });
  });

  test.each(["STUDENT", "ASSISTANT", "INSTRUCTOR"] as const)(
    "has neither words nor author once it is deleted, for a %s and for its author",
    (role) => {
      const deleted = { ...comment, deletedAt: later };
      for (const userId of ["ada", "ben"]) {
        const view = presentComment({ ...viewer, userId, role }, annotation, deleted);
        expect(view).toMatchObject({ isDeleted: true, body: null, author: null, editedAt: null });
        expect(JSON.stringify(view)).not.toMatch(/secret words|ben/);
      }
    },
  );
});

describe("what is loaded of a person", () => {
  test("is their name, their role in this course only, and their name in this assignment", () => {
    const own = {
      id: true,
      name: true,
      enrolments: { where: { courseId: "k" }, select: { role: true } },
      pseudonyms: { where: { assignmentId: "s" }, select: { key: true, name: true } },
    };
    const shown = { courseId: "k", assignmentId: "s", revisionId: "r" };
    expect(annotationSelect(shown).author.select).toEqual(own);
    expect(commentSelect(shown).author.select).toEqual(own);
  });
});

describe("an anonymous post", () => {
  const shown = (view: unknown) => JSON.stringify(view);
  const anonymous = { ...annotation, isAnonymous: true };
  const words = { ...comment, isAnonymous: true };

  test("has a pseudonym where a classmate would see its author, and nothing of them elsewhere", () => {
    const views = [presentAnnotation(viewer, anonymous), presentComment(viewer, anonymous, words)];
    for (const view of views) {
      expect(view.author).toEqual({
        ...{ id: "a key", name: "Quiet Heron", isStaff: false, pseudonym: "Quiet Heron" },
      });
      expect(shown(view)).not.toContain("ben");
    }
  });

  test("names its author to themselves and to the staff, with the sign that others do not see it", () => {
    const knowing = [
      { ...viewer, userId: "ben" },
      { ...viewer, role: "INSTRUCTOR" as const },
      { ...viewer, role: "ASSISTANT" as const },
    ];
    for (const each of knowing) {
      const expected = { id: "ben", name: "Name of ben", isStaff: false, pseudonym: "Quiet Heron" };
      expect(presentAnnotation(each, anonymous).author).toEqual(expected);
      expect(presentComment(each, anonymous, words).author).toEqual(expected);
    }
  });

  test("does not tell that its author has come to teach, or who put it elsewhere", () => {
    const by = { reattachedAt: later, reattachedBy: { id: "ben", name: "Name of ben" } };
    const view = presentAnnotation(viewer, {
      ...anonymous,
      author: author("ben", "ASSISTANT"),
      anchors: [{ start: 4, end: 9, state: "EXACT", former: null, ...by }],
    });
    expect(view.author.isStaff).toBe(false);
    expect(view.reattached?.by).toBe("Quiet Heron");
    expect(shown(view)).not.toContain("ben");
  });

  test("of somebody without a pseudonym is shown to nobody rather than with a name", () => {
    const nameless = { ...author("ben", "STUDENT"), pseudonyms: [] };
    expect(() => presentAnnotation(viewer, { ...anonymous, author: nameless })).toThrow();
  });
});
