import { command } from "./command";
import { stopSignal } from "./stop-signal";
import { type Outcome, sumOf } from "./test/outcome";
import { STAGES, type Stage } from "./test/stages";

/**
 * `npm test`: all stages, or the one named by the first argument, whose further arguments go to
 * its runner. Goes on after a failure, so that one run tells everything; the last line has the
 * counts of all runners together.
 */
await command(async () => {
  const { ensureClient } = await import("./build/ensure-client");
  const signal = stopSignal();
  await ensureClient({ say: console.log, signal });

  const [name, ...given] = process.argv.slice(2);
  const stages = (Object.keys(STAGES) as Stage[]).filter((stage) => !name || stage === name);
  const outcomes = new Map<Stage, Outcome>();
  for (const stage of stages) {
    console.log(`\n── ${stage} ${"─".repeat(60 - stage.length)}\n`);
    outcomes.set(stage, await STAGES[stage](given, signal).catch(crashed));
    signal.throwIfAborted();
  }

  console.log(`\n${"─".repeat(64)}\n`);
  for (const [stage, outcome] of outcomes) console.log(lineOf(stage, outcome));
  const { passed, failed } = sumOf([...outcomes.values()]);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exit(1);
});

function crashed(error: Error): Outcome {
  return { passed: 0, failed: 1, remark: error.message };
}

function lineOf(stage: string, { passed, failed, remark }: Outcome): string {
  const counts = `${passed} passed, ${failed} failed`;
  return `${stage.padEnd(6)} ${counts}${remark ? `: ${remark}` : ""}`;
}
