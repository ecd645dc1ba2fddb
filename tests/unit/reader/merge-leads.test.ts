import { expect, test } from "vitest";

import { findLeads } from "@/components/reader/merge-leads";
import { mark } from "./marks";

const text = "The quick brown fox jumps over the lazy dog, and naps in the Café.";
const from = {
  id: "from",
  audience: "COURSE" as const,
  anchor: { start: 10, end: 15, state: "EXACT" as const },
};
const marks = [
  mark("far", 60, 65),
  mark("from", 10, 15),
  mark("near", 4, 9),
  mark("highlight", 10, 15, { kind: "HIGHLIGHT" }),
  mark("mine", 10, 15, { audience: "ONLY_ME" }),
  mark("unsent", 10, 15, { pending: { state: "sending" } }),
  mark("middle", 35, 39, { author: { id: "z", name: "Zoë", isStaff: false } }),
];
const ids = (words: string) => findLeads(marks, from, { words, text }).map(({ id }) => id);

test("a thread can go into those for the same people that have words, the nearest first", () => {
  expect(ids("")).toEqual(["near", "middle", "far"]);
});

test.each([
  ["lazy", ["middle"]],
  ["QUICK", ["near"]],
  ["cafe", ["far"]],
  ["zoe", ["middle"]],
  ["unicorn", []],
])("they are found by passage and person, however typed: %s", (words, found) => {
  expect(ids(words)).toEqual(found);
});

test("a long list is cut", () => {
  const many = Array.from({ length: 200 }, (_, at) => mark(`m${at}`, at, at + 1));
  expect(findLeads(many, from, { words: "", text })).toHaveLength(30);
});
