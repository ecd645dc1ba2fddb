import type { JSONReport } from "@playwright/test/reporter";
import type { JsonTestResults } from "vitest/reporters";

import type { Counts, Outcome } from "./outcome";

/** The counts of a report by Vitest. A file that could not be loaded is one failure. */
export function countsOfVitest(report: JsonTestResults): Counts {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((each) => each.status === "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

/**
 * The counts of a report by Playwright. Errors outside of tests are failures; what passed only when
 * it was tried again has passed, and is told.
 */
export function countsOfPlaywright({ stats, errors }: JSONReport): Outcome {
  const counts = {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  };
  if (stats.flaky === 0) return counts;
  return { ...counts, remark: `${stats.flaky} only when tried again` };
}
