/** How many passed and how many failed, as a runner counted them itself. */
export interface Counts {
  passed: number;
  failed: number;
}

/** What came out of a stage; the remark tells what its counts cannot. */
export interface Outcome extends Counts {
  remark?: string;
}

/**
 * What a runner's exit code and its own counts amount to. `null` for a runner that left none.
 *
 * One that crashed, ran nothing, or failed outside its tests has failed, whatever its counts say:
 * “0 failed” must never mean that nothing was looked at.
 */
export function outcomeOf(exitCode: number, counts: Outcome | null): Outcome {
  if (!counts) return { passed: 0, failed: 1, remark: "the runner crashed" };
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1, remark: "no test ran" };
  if (exitCode === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, remark: "an error outside the tests" };
}

/** The counts of several parts together. */
export function sumOf(outcomes: Counts[]): Counts {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  };
}
