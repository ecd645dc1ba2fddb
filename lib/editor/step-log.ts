import type { StepMaps } from "./step-maps";

/** More steps than this say less about a passage than a comparison of the texts does. */
const NUMBERS_AT_MOST = 30_000;

/**
 * The log with one more step. A step that touches the place of the one before becomes one with
 * it: an hour of typing is then a few hundred entries instead of twenty thousand.
 */
export function addStep(log: StepMaps, ranges: StepMaps[number]): StepMaps {
  if (ranges.length === 0) return log;
  const joined = joinRanges(log.at(-1), ranges);
  return joined ? [...log.slice(0, -1), joined] : [...log, ranges];
}

/** Two logs in a row; null where either is unknown, or both together are too long to be of use. */
export function joinLogs(first: StepMaps | null, second: StepMaps | null): StepMaps | null {
  if (!first || !second) return null;
  const [next, ...rest] = second;
  const log = next ? [...addStep(first, next), ...rest] : first;
  const numbers = log.reduce((sum, { length }) => sum + length, 0);
  return numbers <= NUMBERS_AT_MOST ? log : null;
}

/** Two steps that each replaced one stretch, and touch, as one; undefined when they are no such. */
function joinRanges(first: number[] | undefined, second: number[]): number[] | undefined {
  if (first?.length !== 3 || second.length !== 3) return undefined;
  const [start, oldSize, newSize] = first as [number, number, number];
  const [nextStart, nextOld, nextNew] = second as [number, number, number];
  // Both as stretches of the document between the two steps.
  const end = start + newSize;
  const nextEnd = nextStart + nextOld;
  if (nextStart > end || start > nextEnd) return undefined;
  const from = Math.min(start, nextStart);
  const size = Math.max(end, nextEnd) - from;
  return [from, oldSize + size - newSize, nextNew + size - nextOld];
}
