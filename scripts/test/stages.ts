import type { JSONReport } from "@playwright/test/reporter";
import type { JsonTestResults } from "vitest/reporters";

import { CHROMIUM_MISSING, findChromium } from "../chromium";
import { type Outcome, outcomeOf, sumOf } from "./outcome";
import { countsOfPlaywright, countsOfVitest } from "./reports";
import { run, type Tool, withReport } from "./run";

/** Runs a stage; `given` are arguments for its runner. */
type RunStage = (given: string[], signal: AbortSignal) => Promise<Outcome>;

/** The stages of `npm test`, in order. */
export const STAGES = {
  check: (_, signal) => runChecks(signal),
  unit: (given, signal) => runVitest("unit", given, signal),
  db: (given, signal) => runVitest("db", given, signal),
  build: async (_, signal) => ofCommand(await run("tsx", ["scripts/build.ts"], { signal })),
  e2e: runPlaywright,
} satisfies Record<string, RunStage>;

export type Stage = keyof typeof STAGES;

/** Each counts as one. The type check reads the types that `next typegen` writes. */
const CHECKS: [Tool, ...string[]][] = [
  ["biome", "check", "."],
  ["next", "typegen"],
  ["tsc", "--noEmit"],
  ["knip"],
];

async function runChecks(signal: AbortSignal): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  const failures: string[] = [];
  for (const [tool, ...given] of CHECKS) {
    const outcome = ofCommand(await run(tool, given, { signal }));
    outcomes.push(outcome);
    if (outcome.failed > 0) failures.push(tool);
  }
  const counts = sumOf(outcomes);
  return failures.length > 0 ? { ...counts, remark: failures.join(", ") } : counts;
}

async function runVitest(project: string, given: string[], signal: AbortSignal): Promise<Outcome> {
  const { exitCode, report } = await withReport<JsonTestResults>((file) => {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    return run("vitest", ["run", `--project=${project}`, ...reporters, ...given], { signal });
  });
  return outcomeOf(exitCode, report && countsOfVitest(report));
}

async function runPlaywright(given: string[], signal: AbortSignal): Promise<Outcome> {
  if (!findChromium()) return { passed: 0, failed: 1, remark: CHROMIUM_MISSING };
  const { exitCode, report } = await withReport<JSONReport>((file) =>
    run("playwright", ["test", "--reporter=list,json", ...given], {
      signal,
      environment: {
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        // Tests use lib, whose server files throw anywhere but behind this condition.
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --conditions=react-server`,
      },
    }),
  );
  return outcomeOf(exitCode, report && countsOfPlaywright(report));
}

function ofCommand(exitCode: number): Outcome {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
