import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";

import { csvBeginning, csvEntry } from "@/lib/notebook/csv";
import type { Entry } from "@/lib/notebook/present";
import { entryOf } from "./entries";

const ORIGIN = "https://postil.example.edu";

function cells(...entries: Entry[]): Record<string, string>[] {
  const file = csvBeginning() + entries.map((entry) => csvEntry(entry, ORIGIN)).join("");
  return parse(file, { bom: true, columns: true, record_delimiter: "\r\n" });
}

test("a spreadsheet reads a line an entry, under their names", () => {
  expect(cells(entryOf(), entryOf({ comment: null, annotation: { kind: "HIGHLIGHT" } }))).toEqual([
    {
      ...{ type: "post", kind: "comment", audience: "course", course: "Natural History" },
      ...{ reading: "The Fox and the Dog", author: "Ada", quote: "brown fox", text: "Why brown?" },
      created: "2026-11-25T10:00:00.000Z",
      url: `${ORIGIN}${entryOf().href}`,
    },
    expect.objectContaining({ type: "mark", kind: "highlight", text: "" }),
  ]);
});

test("the file begins with the mark of UTF-8", () => {
  expect(csvBeginning().startsWith("\ufeff")).toBe(true);
});

test.each(['a "b" c', "one,\ntwo\r\nthree", "百家争鸣 😀", "a;b\tc"])(
  "%j comes out as it was written",
  (text) => {
    expect(cells(entryOf({ text }))[0]?.text).toBe(text);
  },
);

describe("what a spreadsheet would take for a formula is none any more", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x";"y")'])(
    "%j",
    (text) => {
      const [entry] = cells(entryOf({ text, quote: text }));
      expect(entry?.text).toBe(`'${text}`);
      expect(entry?.quote).toBe(`'${text}`);
    },
  );
});
