import { saveRules } from "@/lib/assignments/rules";
import { assignInput } from "@/lib/assignments/schema";
import { db } from "@/lib/db";
import { PRESETS, type Rules } from "@/lib/scoring";

/** Two threads and a reply in ten points, from three words on. */
export const RULES: Rules = {
  ...PRESETS.discuss,
  wordMinimum: 3,
  expectations: [
    { kind: "threads", minimum: 1, cap: 2, weight: 6 },
    { kind: "replies", minimum: 1, cap: 1, weight: 4 },
  ],
};

/** Makes these the rules of an assignment. */
export function expectOf(assignmentId: string, userId: string, rules: Rules = RULES) {
  return db.$transaction((tx) => saveRules(tx, { assignmentId, userId, rules }));
}

const NOWHERE = "00000000-0000-7000-8000-000000000000";

/** What the form sends for these rules, without dates unless they are given. */
export function settingsOf(rules: Rules, given: { dueAt?: string; closesAt?: string } = {}) {
  const {
    courseId: _,
    readingId: __,
    ...settings
  } = assignInput.parse({
    ...{ courseId: NOWHERE, readingId: NOWHERE, title: "The Fox", ...given },
  });
  return { ...settings, rules };
}
