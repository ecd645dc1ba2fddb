import "server-only";

import { type DueDates, datesFor } from "@/lib/assignments/dates";
import { listRules, type VersionedRules } from "@/lib/assignments/rules";
import { db, type Transaction } from "@/lib/db";
import type { Setting } from "@/lib/scoring";

/** What scoring an assignment depends on, for every person of its course. */
export interface AssignmentSetting {
  id: string;
  title: string;
  courseId: string;
  dates: DueDates;
  rules: VersionedRules;
  /** The dates as they hold for one person. */
  datesFor(person: { userId: string; groupId: string | null }): DueDates;
  /** The setting in which a person is scored. */
  settingFor(person: { userId: string; groupId: string | null }): Setting;
}

/** The rules, dates and extensions of assignments, in three queries however many they are. */
export async function listSettings(
  assignmentIds: readonly string[],
  tx: Transaction = db,
): Promise<AssignmentSetting[]> {
  const ids = [...assignmentIds];
  const [assignments, rules, extensions] = await Promise.all([
    tx.assignment.findMany({
      where: { id: { in: ids } },
      select: { id: true, title: true, courseId: true, dueAt: true, closesAt: true },
    }),
    listRules(ids, tx),
    tx.extension.findMany({
      where: { assignmentId: { in: ids } },
      select: { assignmentId: true, userId: true, groupId: true, dueAt: true, closesAt: true },
    }),
  ]);
  return assignments.map(({ id, title, courseId, ...dates }) => {
    const extended = extensions.filter(({ assignmentId }) => assignmentId === id);
    const versioned = rules.get(id);
    if (!versioned) throw new Error(`no rules were looked up for ${id}`);
    return makeSetting({ id, title, courseId, dates, rules: versioned }, extended);
  });
}

/** The same with other rules or dates, to see what they would do. */
export function withProposal(
  setting: AssignmentSetting,
  { rules, dates }: { rules: VersionedRules; dates: DueDates },
  extended: Parameters<typeof datesFor>[1],
): AssignmentSetting {
  return makeSetting({ ...setting, rules, dates }, extended);
}

function makeSetting(
  facts: Omit<AssignmentSetting, "datesFor" | "settingFor">,
  extended: Parameters<typeof datesFor>[1],
): AssignmentSetting {
  const { rules, dates } = facts;
  const datesOf = (person: { userId: string; groupId: string | null }) =>
    datesFor(dates, extended, person);
  return {
    ...facts,
    datesFor: datesOf,
    settingFor(person) {
      const { dueAt, closesAt } = datesOf(person);
      const times = { dueAt: dueAt?.getTime() ?? null, closesAt: closesAt?.getTime() ?? null };
      return { ...rules, dates: times, part: null };
    },
  };
}
