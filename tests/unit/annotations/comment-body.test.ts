import { describe, expect, test } from "vitest";

import { checkBody } from "@/lib/annotations/comment-body";
import { Invalid } from "@/lib/errors";

const said = (text: string) => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

const deep = () => {
  let node: unknown = said("a").content[0];
  for (let level = 0; level < 500; level++) node = { type: "blockquote", content: [node] };
  return { type: "doc", content: [node] };
};

describe("the body of a comment", () => {
  test("comes with its words and their number", () => {
    expect(checkBody(said("Two words"), "body")).toMatchObject({
      body: said("Two words"),
      text: "Two words",
      wordCount: 2,
    });
  });

  test.each([
    ["bodyMissing", said(" ")],
    ["bodyTooLong", said("a".repeat(20_001))],
    ["bodyTooDeep", deep()],
    ["bodyInvalid", { type: "doc", content: [{ type: "image" }] }],
    ["bodyInvalid", undefined],
  ])("is refused as %s at the field that it came in", (key, body) => {
    const refused = expect.objectContaining({
      key,
      details: { field: "comment.body", values: { maximum: 20_000 } },
    });
    expect(() => checkBody(body, "comment.body")).toThrow(Invalid);
    expect(() => checkBody(body, "comment.body")).toThrow(refused);
  });
});
