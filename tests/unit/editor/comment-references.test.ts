import { describe, expect, test } from "vitest";

import { nameMentions, parseCommentBody } from "@/lib/editor/comment-schema";
import { normaliseTag } from "@/lib/editor/nodes/tag";

const ADA = "01a21103-a2b0-7006-8ee9-000000000001";
const doc = (...content: object[]) => ({ type: "doc", content });
const paragraph = (...content: object[]) => ({ type: "paragraph", content });
const words = (text: string) => ({ type: "text", text });
const mention = (id: string, label = "Ada") => ({ type: "mention", attrs: { id, label } });
const tag = (name: string) => ({ type: "tag", attrs: { name } });
const math = (latex: string) => ({ type: "inlineMath", attrs: { latex } });
const image = (id: string, alt = "A fox.") => ({ type: "image", attrs: { id, alt } });

describe("a comment that names people, tags, formulas and images", () => {
  test("comes with each of them once, and with their words", () => {
    const value = doc(
      paragraph(words("Ask "), mention(ADA), words(" about "), tag("foxes"), tag("foxes")),
      { type: "blockMath", attrs: { latex: "a^2" } },
      paragraph(math("b^2")),
      image(ADA),
      image(ADA),
    );
    expect(parseCommentBody(value)).toMatchObject({
      problem: null,
      mentions: [ADA],
      tags: ["foxes"],
      images: [{ id: ADA, alt: "A fox." }],
      text: "Ask @Ada about #foxes#foxes\na^2\nb^2\nA fox.\nA fox.",
    });
  });

  test("may be an image and no words", () => {
    expect(parseCommentBody(doc(image(ADA, "")))).toMatchObject({ problem: null });
  });

  test.each([
    ["a mention of no identifier", paragraph(mention("ada"))],
    ["a name of two hundred and one letters", paragraph(mention(ADA, "a".repeat(201)))],
    ["a tag with a space", paragraph(tag("two foxes"))],
    ["a tag in capitals", paragraph(tag("Foxes"))],
    ["a tag with its sign", paragraph(tag("#foxes"))],
    ["a formula of nothing", paragraph(math(" "))],
    ["a formula without end", paragraph(math("a".repeat(2_001)))],
    ["an image by address", image("https://example.org/fox.png")],
  ])("is refused with %s", (_, node) => {
    expect(parseCommentBody(doc(node))).toEqual({ problem: "invalid" });
  });

  test("keeps nothing in them but what they are", () => {
    const sly = { type: "mention", attrs: { id: ADA, label: "Ada", onclick: "alert(1)" } };
    const parsed = parseCommentBody(doc(paragraph(sly)));
    expect(parsed).toMatchObject({ problem: null, body: doc(paragraph(mention(ADA))) });
    expect(JSON.stringify(parsed)).not.toContain("onclick");
  });
});

test("people are called by the names that belong to them, however deep they stand", () => {
  const quoted = (label: string) =>
    doc({ type: "blockquote", content: [paragraph(mention(ADA, label))] });
  const body = { ...quoted("Somebody"), type: "doc" as const };
  expect(nameMentions(body, new Map([[ADA, "Quiet Heron"]]))).toEqual(quoted("Quiet Heron"));
});

describe("a tag", () => {
  test.each([
    ["#Foxes", "foxes"],
    [" foxes ", "foxes"],
    ["ＦＯＸ", "fox"],
    ["Straße", "straße"],
    ["语法", "语法"],
    ["week-3", "week-3"],
  ])("typed as %j is %j", (typed, name) => {
    expect(normaliseTag(typed)).toBe(name);
  });

  test.each(["", "#", "two foxes", "3", "-fox", "fox!", "a".repeat(41)])("is not %j", (typed) => {
    expect(normaliseTag(typed)).toBeNull();
  });
});
