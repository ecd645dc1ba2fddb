import { z } from "zod";

import { ticked } from "@/lib/courses/schema";

export const archiveInput = z.strictObject({
  courseId: z.uuid(),
  isArchived: z.enum(["true", "false"]).transform((word) => word === "true"),
});

export const copyCourseInput = z.strictObject({
  courseId: z.uuid(),
  title: z.string().trim().min(1).max(200),
  term: z.string().trim().max(80).default(""),
  /** The day to which the first date of the old course moves; null leaves all dates out. */
  firstDay: z
    .string()
    .trim()
    .refine((day) => day === "" || z.iso.date().safeParse(day).success, { error: "wrongDate" })
    .transform((day) => day || null)
    .default(null),
  /** What its maker noted in it comes along. */
  withNotes: ticked,
});

export type ArchiveInput = z.output<typeof archiveInput>;
export type CopyCourseInput = z.output<typeof copyCourseInput>;
