import { z } from "zod";

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

export const assignmentParams = z.object({ assignmentId: z.uuid() });

export type AssignInput = z.output<typeof assignInput>;
