import type { Rules } from "./types";

/** Rules to begin with, by what they are called in `messages/`. */
export const PRESETS = {
  takePart: {
    grading: "complete",
    points: 1,
    wordMinimum: 0,
    late: { graceMinutes: 60, percentPerDay: 0 },
    expectations: [
      { kind: "threads", minimum: 1, cap: 1, weight: 1 },
      { kind: "replies", minimum: 2, cap: 2, weight: 1 },
    ],
  },
  discuss: {
    grading: "points",
    points: 10,
    wordMinimum: 15,
    late: { graceMinutes: 60, percentPerDay: 20 },
    expectations: [
      { kind: "threads", minimum: 2, cap: 3, weight: 4 },
      { kind: "replies", minimum: 2, cap: 3, weight: 4 },
      { kind: "spread", minimum: 2, cap: 3, weight: 2 },
    ],
  },
  ask: {
    grading: "points",
    points: 10,
    wordMinimum: 10,
    late: { graceMinutes: 60, percentPerDay: 20 },
    expectations: [
      { kind: "questions", minimum: 1, cap: 2, weight: 5 },
      { kind: "answers", minimum: 1, cap: 2, weight: 5 },
    ],
  },
  write: {
    grading: "points",
    points: 10,
    wordMinimum: 30,
    late: { graceMinutes: 0, percentPerDay: 100 },
    expectations: [
      { kind: "threads", minimum: 2, cap: 3, weight: 3 },
      { kind: "words", minimum: 150, cap: 300, weight: 5 },
      { kind: "spread", minimum: 2, cap: 3, weight: 2 },
    ],
  },
} as const satisfies Record<string, Rules>;

export type Preset = keyof typeof PRESETS;
