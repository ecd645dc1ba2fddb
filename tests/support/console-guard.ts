import { afterEach, beforeEach, expect } from "vitest";

/**
 * Fails every test during which something was written with `console.error`: React, TipTap and
 * Node report there what is wrong and then go on. A test that expects it puts a spy of its own in
 * the way, which then is the one that is called.
 */
const complaints: string[] = [];

console.error = (...words: unknown[]) => {
  complaints.push(words.map(String).join(" "));
};

beforeEach(() => {
  complaints.length = 0;
});

afterEach(() => {
  expect(complaints, "console.error was called").toEqual([]);
});
