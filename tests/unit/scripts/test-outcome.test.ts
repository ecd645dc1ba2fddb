import { expect, test } from "vitest";

import { outcomeOf } from "@/scripts/test/outcome";
import { countsOfPlaywright, countsOfVitest } from "@/scripts/test/reports";

test("a stage that passed has the counts of its runner", () => {
  expect(outcomeOf(0, { passed: 12, failed: 0 })).toEqual({ passed: 12, failed: 0 });
});

test.each([
  { what: "crashed", exitCode: 134, counts: null },
  { what: "ended well without a report", exitCode: 0, counts: null },
  { what: "ran no test", exitCode: 0, counts: { passed: 0, failed: 0 } },
  { what: "failed outside its tests", exitCode: 1, counts: { passed: 12, failed: 0 } },
])("a runner that $what has failed", ({ exitCode, counts }) => {
  expect(outcomeOf(exitCode, counts)).toMatchObject({ failed: 1, remark: expect.any(String) });
});

test("a file of tests that could not be loaded is one failure", () => {
  const failed = { status: "failed", assertionResults: [{ status: "failed" }] };
  const unloaded = { status: "failed", assertionResults: [] };
  const report = { numPassedTests: 3, numFailedTests: 1, testResults: [failed, unloaded] };
  expect(countsOfVitest(report as never)).toEqual({ passed: 3, failed: 2 });
});

test("an error before the first test of the browser is a failure", () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 4 };
  const report = { stats, errors: [{ message: "no application" }] };
  expect(countsOfPlaywright(report as never)).toEqual({ passed: 0, failed: 1 });
});

test("what passed only when it was tried again is told, and what did not has failed", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 0 };
  expect(countsOfPlaywright({ stats, errors: [] } as never)).toEqual({
    ...{ passed: 7, failed: 1 },
    remark: "2 only when tried again",
  });
});
