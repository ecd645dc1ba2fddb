import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { createAnnotation } from "@/lib/annotations/mutations";
import { db } from "@/lib/db";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, annotationOf, bodyOf } from "../../support/factories";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

test("a comment opens a thread with its words, and counts one", async () => {
  const { author, assignment } = room;
  const thread = await annotate(author.id, assignment, "fox", { says: "Why a fox?" });
  expect(thread).toMatchObject({
    kind: "COMMENT",
    audience: "COURSE",
    commentCount: 1,
    version: 1,
    author: { id: author.id, name: "Ada", isStaff: false },
    comments: [
      { body: bodyOf("Why a fox?"), isOpening: true, isDeleted: false, editedAt: null, version: 1 },
    ],
    nextCursor: null,
  });
  const [comment] = await db.comment.findMany({ where: { annotationId: thread.id } });
  expect(comment).toMatchObject({ text: "Why a fox?", wordCount: 3, assignmentId: assignment.id });
});

test("a highlight has no comment", async () => {
  const { author, assignment } = room;
  const thread = await annotate(author.id, assignment, "fox");
  expect(thread).toMatchObject({ kind: "HIGHLIGHT", commentCount: 0, comments: [] });
});

test("an instructor's annotation says that staff wrote it", async () => {
  const { instructor, assignment } = room;
  const thread = await annotate(instructor.id, assignment, "fox", { says: "Mind the fox." });
  expect(thread.author.isStaff).toBe(true);
  expect(thread.comments[0]?.author?.isStaff).toBe(true);
});

describe("an opening", () => {
  test.each([
    {
      what: "a question without words",
      given: { kind: "QUESTION", comment: undefined },
      key: "bodyMissing",
      field: "comment",
    },
    {
      what: "a highlight with words",
      given: { kind: "HIGHLIGHT", comment: { id: v7(), body: bodyOf("Fox!") } },
      key: "bodyNotAllowed",
      field: "comment",
    },
    {
      what: "a comment of spaces",
      given: { kind: "COMMENT", comment: { id: v7(), body: bodyOf("   ") } },
      key: "bodyMissing",
      field: "comment.body",
    },
    {
      what: "a comment that is no document",
      given: { kind: "COMMENT", comment: { id: v7(), body: "<p>Fox!</p>" } },
      key: "bodyInvalid",
      field: "comment.body",
    },
  ] as const)("is refused for $what, and nothing is stored", async ({ given, key, field }) => {
    const { author, assignment } = room;
    const input = { ...annotationOf(assignment, "fox"), ...given };
    const refusal = { name: "Invalid", key, details: { field } };
    await expect(createAnnotation(author.id, assignment.id, input)).rejects.toMatchObject(refusal);
    expect(await db.annotation.count({ where: { assignmentId: assignment.id } })).toBe(0);
    expect(await db.event.count({ where: { assignmentId: assignment.id } })).toBe(0);
  });
});
