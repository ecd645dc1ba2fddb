import { z } from "zod";

import { ticked } from "@/lib/courses/schema";
import type { Audience } from "@/prisma/generated/enums";

/** A date and time as a form gives it, meant in the course's time zone; empty is none. */
const localDateTime = z
  .string()
  .trim()
  .max(25)
  .refine((text) => text === "" || /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/.test(text), {
    error: "wrongDate",
  })
  .transform((text) => text.replace(" ", "T") || null)
  .default(null);

export const assignInput = z.strictObject({
  courseId: z.uuid(),
  readingId: z.uuid(),
  /** Empty: the reading's own title. */
  title: z.string().trim().max(300).default(""),
  instructions: z.string().trim().max(10_000).default(""),
  opensAt: localDateTime,
  dueAt: localDateTime,
});

const AUDIENCES = ["INSTRUCTORS", "GROUP", "COURSE"] as const satisfies readonly Audience[];

/** What is not named stays as it is. */
export const changeDiscussionInput = z.strictObject({
  audienceDefault: z.enum(AUDIENCES).optional(),
  anonymityAllowed: z.boolean().optional(),
  wordMinimum: z.int().min(0).max(2_000).optional(),
  isPaused: z.boolean().optional(),
});

/** All of it, as a form sends it. */
export const discussionForm = z.strictObject({
  assignmentId: z.uuid(),
  audienceDefault: z.enum(AUDIENCES),
  anonymityAllowed: ticked,
  wordMinimum: z.coerce.number().int().min(0).max(2_000),
  isPaused: ticked,
});

export const assignmentParams = z.object({ assignmentId: z.uuid() });

/** The number of a revision, as it stands in an address. */
export const revisionNumber = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1);

/** Which revision is to be shown; without one it is the present one. */
export const shownQuery = z.object({ revision: revisionNumber.optional() });

export type ShownQuery = z.output<typeof shownQuery>;
export type ChangeDiscussionInput = z.output<typeof changeDiscussionInput>;
export type AssignInput = z.output<typeof assignInput>;
