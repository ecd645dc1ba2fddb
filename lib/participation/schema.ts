import { z } from "zod";

const reason = z.string().trim().min(1).max(2_000);

/** A number as it is typed; empty is none. */
const points = z
  .string()
  .trim()
  .max(20)
  .transform((typed) => typed.replace(",", "."))
  .refine((typed) => typed === "" || /^\d{1,6}(\.\d{1,4})?$/.test(typed), { error: "wrongPoints" })
  .transform((typed) => (typed === "" ? null : Math.round(Number(typed) * 100) / 100));

export const cellParams = z.object({ assignmentId: z.uuid(), userId: z.uuid() });

const cell = z.strictObject({
  assignmentId: z.uuid(),
  userId: z.uuid(),
  /** The version of the score that was looked at; 0 before anything was decided. */
  version: z.coerce.number().int().min(0),
});

/** Other points, with the reason; empty points end it. */
export const overrideInput = cell.extend({ points, reason });

export const feedbackInput = cell.extend({ feedback: z.string().trim().max(10_000) });

export const releaseOneInput = z.strictObject({ assignmentId: z.uuid(), userId: z.uuid() });

/** Whose scores to release: one group's, or everybody's. */
export const releaseInput = z.strictObject({
  assignmentId: z.uuid(),
  groupId: z.union([z.uuid(), z.literal("").transform(() => null)]).default(null),
});

export const contestInput = z.strictObject({ assignmentId: z.uuid(), reason });

export const answerInput = z.strictObject({ contestId: z.uuid(), answer: reason });

const localTime = z
  .string()
  .trim()
  .refine((text) => text === "" || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text), {
    error: "wrongDate",
  })
  .transform((text) => text || null);

/** Other dates for one person or group; empty dates end it. */
export const extensionInput = z
  .strictObject({
    assignmentId: z.uuid(),
    userId: z.union([z.uuid(), z.literal("")]).default(""),
    groupId: z.union([z.uuid(), z.literal("")]).default(""),
    dueAt: localTime,
    closesAt: localTime,
  })
  .refine(({ userId, groupId }) => (userId === "") !== (groupId === ""), {
    error: "required",
    path: ["groupId"],
  });

/** Which columns of the gradebook are asked for. */
export const columnsQuery = z.object({
  assignments: z
    .string()
    .max(2_000)
    .transform((ids) => ids.split(","))
    .pipe(z.array(z.uuid()).min(1).max(20)),
});

export const FORMATS = ["canvas", "moodle", "plain"] as const;

export const exportQuery = z.object({
  format: z.enum(FORMATS),
  group: z.uuid().optional(),
});

/** A file of overrides, as text. */
export const importInput = z.strictObject({
  courseId: z.uuid(),
  file: z.string().trim().min(1).max(2_000_000),
});

export type OverrideInput = z.output<typeof overrideInput>;
export type FeedbackInput = z.output<typeof feedbackInput>;
export type ReleaseInput = z.output<typeof releaseInput>;
export type ContestInput = z.output<typeof contestInput>;
export type AnswerInput = z.output<typeof answerInput>;
export type ExtensionInput = z.output<typeof extensionInput>;
export type ExportQuery = z.output<typeof exportQuery>;
export type ImportInput = z.output<typeof importInput>;
