/** When something is due and closes. */
export interface DueDates {
  dueAt: Date | null;
  closesAt: Date | null;
}

/** Other dates, for one person or one group. */
export interface ExtendedDates extends DueDates {
  userId: string | null;
  groupId: string | null;
}

/**
 * The dates as they hold for one person: their own before their group's before the assignment's.
 * A date that an extension leaves out stays as it is; nothing closes before it is due.
 */
export function datesFor(
  assignment: DueDates,
  extensions: readonly ExtendedDates[],
  { userId, groupId }: { userId: string; groupId: string | null },
): DueDates {
  const own = extensions.find((each) => each.userId === userId);
  const ofGroup = extensions.find((each) => groupId !== null && each.groupId === groupId);
  const extension = own ?? ofGroup;
  const dueAt = extension?.dueAt ?? assignment.dueAt;
  const closesAt = extension?.closesAt ?? assignment.closesAt;
  if (!extension || closesAt === null || dueAt === null) return { dueAt, closesAt };
  return { dueAt, closesAt: new Date(Math.max(closesAt.getTime(), dueAt.getTime())) };
}
