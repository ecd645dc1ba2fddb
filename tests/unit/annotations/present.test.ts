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

const viewer = { userId: "ada", role: "STUDENT", isArchived: false } as const;
const made = new Date("2026-10-05T12:00:00Z");
const later = new Date("2026-10-06T08:30:00Z");

const author = (id: string, role?: Role) => ({
  id,
  name: `Name of ${id}`,
  enrolments: role ? [{ role }] : [],
});

const annotation: AnnotationRow = {
  id: "a",
  assignmentId: "an assignment",
  authorId: "ben",
  kind: "QUESTION",
  audience: "COURSE",
  quote: "words",
  answeredAt: null,
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
      author: { id: "ben", name: "Name of ben", isStaff: false },
      kind: "QUESTION",
      audience: "COURSE",
      quote: "words",
      anchor: { start: 4, end: 9, state: "MOVED" },
      reattached: null,
      answeredAt: null,
      commentCount: 2,
      version: 3,
      createdAt: "2026-10-05T12:00:00.000Z",
      can: { read: true, reply: true, answer: false, remove: false, reattach: false },
    });
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
      author: { id: "ben", name: "Name of ben", isStaff: false },
      body,
      isOpening: true,
      isDeleted: false,
      version: 2,
      createdAt: "2026-10-05T12:00:00.000Z",
      editedAt: "2026-10-06T08:30:00.000Z",
      can: { read: true, edit: false, remove: false },
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
  test("is their name, and their role in this course only", () => {
    const own = {
      id: true,
      name: true,
      enrolments: { where: { courseId: "k" }, select: { role: true } },
    };
    expect(annotationSelect({ courseId: "k", revisionId: "r" }).author.select).toEqual(own);
    expect(commentSelect({ courseId: "k" }).author.select).toEqual(own);
  });
});
