import { describe, expect, test } from "vitest";
import { z } from "zod";

import { describeIssues } from "@/lib/server/issues";

/** What is told about an input. */
function told(schema: z.ZodType, input: unknown) {
  const { error } = schema.safeParse(input);
  return error ? describeIssues(error) : [];
}

const one = (schema: z.ZodType, value: unknown) => told(z.object({ a: schema }), { a: value })[0];

describe("what is wrong with a field", () => {
  test.each([
    ["missing", z.string(), undefined, { key: "required", values: {} }],
    ["empty", z.string().min(1), "", { key: "required", values: { minimum: 1 } }],
    ["too long", z.string().max(3), "long", { key: "tooLong", values: { maximum: 3 } }],
    ["too large", z.int().max(3), 4, { key: "wrongValue", values: { maximum: 3 } }],
    ["of another type", z.string(), 7, { key: "wrongValue", values: {} }],
    ["null", z.string(), null, { key: "wrongValue", values: {} }],
    ["no id", z.uuid(), "x", { key: "wrongId", values: {} }],
    ["none of those", z.enum(["a", "b"]), "c", { key: "wrongValue", values: {} }],
    [
      "told by a key of ours",
      z.string().min(10, "passwordShort"),
      "a",
      { key: "passwordShort", values: { minimum: 10 } },
    ],
    [
      "refused by a rule of ours",
      z.string().refine(() => false, "wrongTimeZone"),
      "a",
      { key: "wrongTimeZone", values: {} },
    ],
    [
      "told in words that are no key",
      z.string().refine(() => false, "Nope"),
      "a",
      { key: "wrongValue", values: {} },
    ],
    [
      "told by the name of a method",
      z.string().refine(() => false, "toString"),
      "a",
      { key: "wrongValue", values: {} },
    ],
  ])("%s", (_, schema, value, expected) => {
    expect(one(schema, value)).toEqual({ field: "a", ...expected });
  });

  test("is told once a field, the first thing, in the order of the input", () => {
    const schema = z.object({
      a: z.string().min(5, "passwordShort").regex(/x/),
      b: z.string(),
      c: z.string(),
    });
    expect(told(schema, { a: "y", c: 1 }).map(({ field, key }) => [field, key])).toEqual([
      ["a", "passwordShort"],
      ["b", "required"],
      ["c", "wrongValue"],
    ]);
  });

  test("says where in the input it stands", () => {
    const schema = z.strictObject({ list: z.array(z.strictObject({ id: z.uuid() })) });
    expect(told(schema, { list: [{ id: "x", more: 1 }] })).toEqual([
      { field: "list.0.id", key: "wrongId", values: {} },
      { field: "list.0.more", key: "unknownField", values: { field: "list.0.more" } },
    ]);
    expect(told(schema, null)).toEqual([{ field: "", key: "wrongValue", values: {} }]);
  });
});
