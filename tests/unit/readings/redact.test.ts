import fc from "fast-check";
import { expect, test } from "vitest";

import { readingSchema } from "@/lib/editor/reading-schema";
import { indexText } from "@/lib/editor/text-index";
import { readText } from "@/lib/readings/document";
import { redactDocument, redactText } from "@/lib/readings/redact";
import { anyDocument } from "../editor/any-document";

test("a redacted document says nothing, and every offset still means its place", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const { text } = indexText(document);
      const redacted = readingSchema.nodeFromJSON(redactDocument(document.toJSON()));
      redacted.check();
      expect(indexText(redacted).text).toBe(redactText(text));
      expect(redactText(text)).toMatch(/^[\s\uFFFC·]*$/);
      expect(redactText(text)).toHaveLength(text.length);
    }),
  );
});

test("links, images and what they say go with the words", () => {
  const { document } = readText({
    format: "markdown",
    text: "A [secret](https://example.org/secret).\n\n![secret](https://example.org/secret.png)",
  });
  expect(JSON.stringify(redactDocument(document))).not.toMatch(/secret|example/);
});
