import { v4, v7 } from "uuid";
import { describe, expect, test } from "vitest";
import type { z } from "zod";

import {
  annotationParams,
  changeAnnotationInput,
  commentsQuery,
  createAnnotationInput,
  editCommentInput,
  eventsQuery,
  postCommentInput,
  threadsQuery,
} from "@/lib/annotations/schema";

const ids = { one: v7(), other: v7(), random: v4() };
const body = { type: "doc", content: [] };

const highlight = {
  id: ids.one,
  kind: "HIGHLIGHT",
  audience: "COURSE",
  revisionId: ids.random,
  start: 0,
  end: 5,
};

const { start: _, end: __, ...passageless } = highlight;
const onWhole = { ...passageless, kind: "COMMENT", comment: { id: ids.other, body } };

/** Where an input is wrong: the paths of zod's issues. */
function faults(schema: z.ZodType, input: unknown): string[] {
  const { error } = schema.safeParse(input);
  return (error?.issues ?? []).map(({ path, code }) => path.join(".") || code);
}

describe("a new annotation", () => {
  test.each([
    ["a highlight", highlight],
    ["a question", { ...highlight, kind: "QUESTION", comment: { id: ids.other, body } }],
    ["for the instructors", { ...highlight, audience: "INSTRUCTORS" }],
    [
      "a private note",
      { ...highlight, kind: "COMMENT", audience: "ONLY_ME", comment: { id: ids.other, body } },
    ],
    ["on the whole reading", onWhole],
  ])("may be %s", (_, input) => {
    expect(createAnnotationInput.parse(input)).toEqual(input);
  });

  test.each([
    ["id", { id: undefined }],
    ["id", { id: "1" }],
    ["id", { id: ids.random }],
    ["kind", { kind: "NOTE" }],
    ["kind", { kind: "highlight" }],
    ["audience", { audience: "EVERYBODY" }],
    ["groupId", { groupId: "mine" }],
    ["isAnonymous", { isAnonymous: "yes" }],
    ["revisionId", { revisionId: "latest" }],
    ["start", { start: -1 }],
    ["start", { start: 1.5 }],
    ["start", { start: "0" }],
    ["start", { start: undefined }],
    ["end", { end: undefined }],
    ["end", { end: Number.NaN }],
    ["end", { end: 2 ** 31 }],
    ["end", { end: Number.POSITIVE_INFINITY }],
    ["comment.id", { comment: { id: ids.random, body } }],
    ["comment", { comment: { id: ids.other, body, text: "a" } }],
    ["comment", { comment: null }],
    ["unrecognized_keys", { quote: "what it says" }],
    ["unrecognized_keys", { authorId: ids.other }],
  ])("is refused at %s: %j", (field, wrong) => {
    expect(faults(createAnnotationInput, { ...highlight, ...wrong })).toContain(field);
  });

  test.each([null, [], "x", 1])("is no %j", (input) => {
    expect(createAnnotationInput.safeParse(input).success).toBe(false);
  });

  test("tells what is wrong with an id in our own words", () => {
    const { error } = createAnnotationInput.safeParse({ ...highlight, id: ids.random });
    expect(error?.issues[0]?.message).toBe("wrongId");
  });
});

describe("comments", () => {
  test("come with an id when they are new, and without one when they are edited", () => {
    expect(faults(postCommentInput, { id: ids.one, body })).toEqual([]);
    expect(faults(postCommentInput, { body })).toEqual(["id"]);
    expect(faults(editCommentInput, { body })).toEqual([]);
    expect(faults(editCommentInput, { id: ids.one, body })).toEqual(["unrecognized_keys"]);
    expect(faults(postCommentInput, { id: ids.one, body, html: "<p>" })).toEqual([
      "unrecognized_keys",
    ]);
  });
});

describe("a change of an annotation", () => {
  test.each([
    [{ isAnswered: true }, []],
    [{ isAnswered: false }, []],
    [{ isAnswered: "true" }, ["isAnswered"]],
    [{}, ["isAnswered"]],
    [{ isAnswered: true, audience: "COURSE" }, ["unrecognized_keys"]],
  ])("%j: %j", (input, wrong) => {
    expect(faults(changeAnnotationInput, input)).toEqual(wrong);
  });
});

describe("a page of threads", () => {
  test("has fifty rows unless it says otherwise", () => {
    expect(threadsQuery.parse({})).toEqual({ limit: 50 });
    expect(threadsQuery.parse({ limit: "7", cursor: "abc" })).toEqual({ limit: 7, cursor: "abc" });
    expect(commentsQuery.parse({})).toEqual({ limit: 50 });
  });

  test("may be asked for by ids, up to fifty", () => {
    expect(threadsQuery.parse({ ids: `${ids.one},${ids.other}` }).ids).toEqual([
      ids.one,
      ids.other,
    ]);
    const fifty = Array.from({ length: 50 }, () => v7()).join(",");
    expect(threadsQuery.parse({ ids: fifty }).ids).toHaveLength(50);
    expect(faults(threadsQuery, { ids: `${fifty},${v7()}` })).toContain("ids");
  });

  test.each([
    { limit: "0" },
    { limit: "101" },
    { limit: "1.5" },
    { limit: "many" },
    { limit: "-1" },
    { cursor: "a".repeat(201) },
    { page: "2" },
    { ids: "" },
    { ids: "1,2" },
    { ids: `${ids.one},` },
  ])("is refused: %j", (input) => {
    expect(threadsQuery.safeParse(input).success).toBe(false);
  });

  test("of comments takes no ids", () => {
    expect(commentsQuery.safeParse({ ids: ids.one }).success).toBe(false);
  });
});

test("events begin after a place that is named in at most 64 characters", () => {
  expect(eventsQuery.parse({})).toEqual({});
  expect(eventsQuery.safeParse({ after: "a".repeat(64) }).success).toBe(true);
  expect(eventsQuery.safeParse({ after: "a".repeat(65) }).success).toBe(false);
  expect(eventsQuery.safeParse({ since: "1" }).success).toBe(false);
});

test("an address with an id that is none is no address", () => {
  expect(annotationParams.safeParse({ annotationId: ids.random }).success).toBe(true);
  expect(annotationParams.safeParse({ annotationId: "../1" }).success).toBe(false);
});
