import { z } from "zod";

export const remindInput = z.strictObject({ assignmentId: z.uuid() });

/** Nobody is reminded of one assignment twice within so many hours. */
export const REMINDED_HOURS = 20;
