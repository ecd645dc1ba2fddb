import "server-only";

import { db, type Transaction } from "@/lib/db";
import type { Rules } from "@/lib/scoring";
import type { Prisma } from "@/prisma/generated/client";
import { rulesSchema } from "./schema";

/** What an assignment expects, and in which version; 0 before anybody said. */
export interface VersionedRules {
  version: number;
  rules: Rules;
}

/** What is expected where nobody has said anything. */
const NOTHING_EXPECTED: Rules = {
  grading: "points",
  points: 10,
  wordMinimum: 0,
  late: { graceMinutes: 0, percentPerDay: 0 },
  expectations: [],
};

/** The rules of assignments as they hold now, by assignment, in one query. */
export async function listRules(
  assignmentIds: readonly string[],
  tx: Transaction = db,
): Promise<Map<string, VersionedRules>> {
  const rows = await tx.expectationRules.findMany({
    where: { assignmentId: { in: [...assignmentIds] } },
    select: { assignmentId: true, version: true, rules: true },
    distinct: ["assignmentId"],
    orderBy: [{ assignmentId: "asc" }, { version: "desc" }],
  });
  const found = rows.map(({ assignmentId, version, rules }) => {
    return [assignmentId, { version, rules: rulesSchema.parse(rules) }] as const;
  });
  const none = assignmentIds.map((id) => [id, { version: 0, rules: NOTHING_EXPECTED }] as const);
  return new Map<string, VersionedRules>([...none, ...found]);
}

/** The rules of one assignment as they hold now. */
export async function getRules(assignmentId: string, tx: Transaction = db) {
  const rules = (await listRules([assignmentId], tx)).get(assignmentId);
  return rules ?? { version: 0, rules: NOTHING_EXPECTED };
}

/**
 * Makes these the rules, as a new version unless they are the same. For whoever holds the
 * assignment's row, so that two versions never have one number.
 */
export async function saveRules(
  tx: Transaction,
  { assignmentId, userId, rules }: { assignmentId: string; userId: string; rules: Rules },
): Promise<number> {
  const present = await getRules(assignmentId, tx);
  if (present.version > 0 && isSame(present.rules, rules)) return present.version;
  const version = present.version + 1;
  const stored = rules as unknown as Prisma.InputJsonObject;
  await tx.expectationRules.create({
    data: { assignmentId, version, rules: stored, createdById: userId },
    select: { version: true },
  });
  return version;
}

/** Gives assignments the rules of others as their first version: by the others' ids, whose theirs are. */
export async function copyRules(
  tx: Transaction,
  userId: string,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const rules = await listRules([...ids.keys()], tx);
  const data = [...rules].flatMap(([from, { version, rules: copied }]) => {
    const assignmentId = ids.get(from);
    const stored = copied as unknown as Prisma.InputJsonObject;
    if (version === 0 || assignmentId === undefined) return [];
    return [{ assignmentId, version: 1, rules: stored, createdById: userId }];
  });
  await tx.expectationRules.createMany({ data });
}

/** Whether two sets of rules are the same, wherever they came from. */
export function isSame(one: Rules, other: Rules): boolean {
  return canonical(one) === canonical(other);
}

function canonical({ grading, points, wordMinimum, late, expectations }: Rules): string {
  const expected = expectations.map(({ kind, minimum, cap, weight }) => [
    ...[kind, minimum, cap, weight],
  ]);
  const { graceMinutes, percentPerDay } = late;
  return JSON.stringify([grading, points, wordMinimum, graceMinutes, percentPerDay, expected]);
}
