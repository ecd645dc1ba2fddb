import { describe, expect, test } from "vitest";
import { z } from "zod";

import { toWebAnnotation } from "@/lib/notebook/json-ld";
import { entryOf } from "./entries";

const ORIGIN = "https://postil.example.edu";
const SELECTORS = { prefix: "The quick ", suffix: " jumps", position: { start: 10, end: 19 } };

/** The Web Annotation data model, as far as a notebook uses it; nothing else may be in it. */
const selector = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("TextQuoteSelector"),
    exact: z.string().min(1),
    prefix: z.string(),
    suffix: z.string(),
  }),
  z.strictObject({
    type: z.literal("TextPositionSelector"),
    start: z.int().min(0),
    end: z.int().min(0),
  }),
]);

const model = z.strictObject({
  id: z.url(),
  type: z.literal("Annotation"),
  motivation: z.enum(["highlighting", "commenting", "questioning", "replying"]),
  created: z.iso.datetime(),
  modified: z.iso.datetime().optional(),
  creator: z.strictObject({
    id: z.string().startsWith("urn:uuid:"),
    type: z.literal("Person"),
    name: z.string().min(1),
  }),
  body: z
    .strictObject({
      type: z.literal("TextualBody"),
      value: z.string(),
      format: z.literal("text/plain"),
    })
    .optional(),
  target: z.union([
    z.url(),
    z.strictObject({ source: z.url(), selector: z.array(selector).min(1).optional() }),
  ]),
});

describe("by the model are", () => {
  test.each([
    ["a highlight", entryOf({ comment: null, annotation: { kind: "HIGHLIGHT" } }), "highlighting"],
    ["a comment", entryOf(), "commenting"],
    ["a question", entryOf({ annotation: { kind: "QUESTION" } }), "questioning"],
    ["a reply", entryOf({ comment: { isOpening: false } }), "replying"],
  ])("%s", (_, entry, motivation) => {
    const annotation = model.parse(toWebAnnotation(entry, SELECTORS, ORIGIN));
    expect(annotation.motivation).toBe(motivation);
  });

  test("an edited comment, and one on the whole reading", () => {
    const edited = entryOf({ comment: { editedAt: "2026-11-26T10:00:00.000Z" } });
    expect(model.parse(toWebAnnotation(edited, SELECTORS, ORIGIN)).modified).toBeDefined();
    const whole = entryOf({ annotation: { quote: "" }, quote: "" });
    expect(model.parse(toWebAnnotation(whole, SELECTORS, ORIGIN)).target).toEqual({
      source: `${ORIGIN}/read/${whole.where.id}`,
    });
  });
});

test("a passage is told by its words and by its place", () => {
  expect(toWebAnnotation(entryOf(), SELECTORS, ORIGIN)).toMatchObject({
    body: { value: "Why brown?" },
    target: {
      selector: [
        { type: "TextQuoteSelector", exact: "brown fox", prefix: "The quick ", suffix: " jumps" },
        { type: "TextPositionSelector", start: 10, end: 19 },
      ],
    },
  });
});

test("a passage that is gone is told by its words alone", () => {
  const { target } = model.parse(
    toWebAnnotation(entryOf(), { ...SELECTORS, position: null }, ORIGIN),
  );
  expect(target).toMatchObject({ selector: [{ type: "TextQuoteSelector" }] });
});

test("a reply is on the thread that it answers, and has an address of its own", () => {
  const entry = entryOf({ comment: { isOpening: false } });
  expect(toWebAnnotation(entry, SELECTORS, ORIGIN)).toMatchObject({
    id: `${ORIGIN}/api/v1/comments/${entry.comment?.id}`,
    target: `${ORIGIN}/api/v1/annotations/${entry.annotation?.id}`,
  });
});

test("what is not one's own is no annotation of one's own", () => {
  for (const source of ["saved", "draft"] as const) {
    expect(toWebAnnotation(entryOf({ source }), SELECTORS, ORIGIN)).toBeNull();
  }
});
