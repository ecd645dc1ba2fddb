import { expect, test } from "vitest";

import { readingSchema } from "@/lib/editor/reading-schema";
import { indexText } from "@/lib/editor/text-index";
import { indexPlaces } from "@/lib/editor/text-places";

const block = (type: string, words: string, attrs?: object) => ({
  type,
  ...(attrs && { attrs }),
  content: [{ type: "text", text: words }],
});

test("a place is named by the heading above and by its paragraph in the whole text", () => {
  const doc = readingSchema.nodeFromJSON({
    type: "doc",
    content: [
      block("paragraph", "Before all."),
      block("heading", "Of foxes", { level: 2 }),
      block("paragraph", "The first fox."),
      { type: "blockquote", content: [block("paragraph", "The second fox.")] },
      block("heading", "Of dogs", { level: 2 }),
      block("paragraph", "A dog."),
    ],
  });
  const { text } = indexText(doc);
  const toPlace = indexPlaces(doc);
  const placeOf = (words: string) => toPlace(text.indexOf(words));
  expect(placeOf("Before")).toEqual({ section: null, paragraph: 1 });
  expect(placeOf("foxes")).toEqual({ section: "Of foxes", paragraph: 0 });
  expect(placeOf("second")).toEqual({ section: "Of foxes", paragraph: 3 });
  expect(placeOf("A dog.")).toEqual({ section: "Of dogs", paragraph: 4 });
  expect(toPlace(text.length)).toEqual({ section: "Of dogs", paragraph: 4 });
});
