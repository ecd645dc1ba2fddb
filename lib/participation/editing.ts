import "server-only";

import { localIn } from "@/lib/assignments/local-time";
import { readDates } from "@/lib/assignments/mutations";
import { getAssignmentViewer } from "@/lib/assignments/queries";
import { getRules, saveRules } from "@/lib/assignments/rules";
import type { AssignmentSettings, EditAssignmentInput } from "@/lib/assignments/schema";
import { audit } from "@/lib/courses/audit";
import { db } from "@/lib/db";
import { authorize, Conflict } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import { forecastSettings } from "./forecast";

/** The settings of an assignment as its form opens them, with dates in the course's zone. */
export interface SettingsView extends Omit<AssignmentSettings, "opensAt" | "dueAt" | "closesAt"> {
  opensAt: string;
  dueAt: string;
  closesAt: string;
  version: number;
}

/** For those who may change them. @throws NotFound, Forbidden */
export async function getSettings(userId: string, assignmentId: string): Promise<SettingsView> {
  const { can } = await getAssignmentViewer(userId, assignmentId);
  authorize(can.edit);
  const [row, { version, rules }] = await Promise.all([
    db.assignment.findUniqueOrThrow({
      where: { id: assignmentId },
      select: {
        ...{ title: true, instructions: true, opensAt: true, dueAt: true, closesAt: true },
        ...{ audienceDefault: true, anonymityAllowed: true, wordMinimum: true },
        course: { select: { timeZone: true } },
      },
    }),
    getRules(assignmentId),
  ]);
  const { title, instructions, audienceDefault, anonymityAllowed, wordMinimum } = row;
  const { timeZone } = row.course;
  return {
    ...{ title, instructions, anonymityAllowed, version, rules: { ...rules, wordMinimum } },
    audienceDefault: audienceDefault === "ONLY_ME" ? "INSTRUCTORS" : audienceDefault,
    opensAt: localIn(timeZone, row.opensAt),
    dueAt: localIn(timeZone, row.dueAt),
    closesAt: localIn(timeZone, row.closesAt),
  };
}

/**
 * Changes an assignment. Other rules become a new version. Where it would move anybody's score it
 * is refused until who changes it has seen whose.
 *
 * @throws NotFound, Forbidden
 * @throws Invalid for dates out of order
 * @throws Conflict when it moves scores and that was not seen
 */
export async function editAssignment(
  userId: string,
  { assignmentId, isSeen, settings }: EditAssignmentInput,
): Promise<void> {
  const { courseId, can } = await getAssignmentViewer(userId, assignmentId);
  authorize(can.edit);
  const dates = await readDates(courseId, settings);
  const { title, instructions, audienceDefault, anonymityAllowed, rules } = settings;
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM assignment WHERE id = ${assignmentId}::uuid FOR UPDATE`;
    const { gains, loses } = await forecastSettings(userId, assignmentId, settings, tx);
    if (gains + loses > 0 && !isSeen) {
      throw new Conflict("changeUnseen", { values: { gains, loses }, field: "isSeen" });
    }
    await tx.assignment.update({
      where: { id: assignmentId },
      data: {
        ...(title === "" ? {} : { title }),
        ...{ instructions, audienceDefault, anonymityAllowed, ...dates },
        wordMinimum: rules.wordMinimum,
      },
      select: { id: true },
    });
    const version = await saveRules(tx, { assignmentId, userId, rules });
    await audit(tx, {
      ...{ actorId: userId, courseId, action: "editAssignment" },
      ...{ targetType: "assignment", targetId: assignmentId },
      details: { version, gains, loses },
    });
    await publish(tx, { assignmentId, type: "ASSIGNMENT" });
  });
}
