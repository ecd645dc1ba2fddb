import type { JSONReport } from "@playwright/test/reporter";
import type { JsonTestResults } from "vitest/reporters";

import type { Counts } from "./outcome";

/** The counts of a report by Vitest. A file that could not be loaded is one failure. */
export function countsOfVitest(report: JsonTestResults): Counts {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((each) => each.status === "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

/** The counts of a report by Playwright. Errors outside of tests are failures. */
export function countsOfPlaywright({ stats, errors }: JSONReport): Counts {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
