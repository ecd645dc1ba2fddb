import { z } from "zod";

import { ticked } from "@/lib/courses/schema";
import { EXPECTED, type Rules } from "@/lib/scoring";
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

const AUDIENCES = ["INSTRUCTORS", "GROUP", "COURSE"] as const satisfies readonly Audience[];

/** What an assignment expects, as it is stored. */
export const rulesSchema = z
  .strictObject({
    grading: z.enum(["points", "complete"]),
    points: z.number().min(0).max(1_000),
    wordMinimum: z.int().min(0).max(2_000),
    late: z.strictObject({
      graceMinutes: z.int().min(0).max(10_080),
      percentPerDay: z.int().min(0).max(100),
    }),
    expectations: z
      .array(
        z.strictObject({
          kind: z.enum(EXPECTED),
          minimum: z.int().min(0).max(100_000),
          cap: z.int().min(1).max(100_000),
          weight: z.number().gt(0).max(1_000),
        }),
      )
      .max(EXPECTED.length),
  })
  .transform((rules): Rules => rules);

/** What a form offers to expect; prompts come with the assignment's own. */
export const OFFERED = [
  "threads",
  "replies",
  "questions",
  "answers",
  "words",
  "spread",
  "recognition",
] as const;

/** More stretches of a text than anybody tells apart, and more posts or words than are asked for. */
const MOST = { spread: 20, words: 20_000, other: 200 };

const whole = (most: number) => z.coerce.number().int().min(0).max(most).default(0);

type Offered = (typeof OFFERED)[number];
type ExpectationField = `${Offered}${"Minimum" | "Cap" | "Weight"}`;

const expectationFields = Object.fromEntries(
  OFFERED.flatMap((kind) => {
    const most = kind === "spread" || kind === "words" ? MOST[kind] : MOST.other;
    return [
      [`${kind}Minimum`, whole(most)],
      [`${kind}Cap`, whole(most)],
      [`${kind}Weight`, whole(100)],
    ];
  }),
) as Record<ExpectationField, ReturnType<typeof whole>>;

/** Every setting of an assignment, as a form sends it. */
const settingsFields = {
  /** Empty: the reading's own title. */
  title: z.string().trim().max(300).default(""),
  instructions: z.string().trim().max(10_000).default(""),
  opensAt: localDateTime,
  dueAt: localDateTime,
  closesAt: localDateTime,
  audienceDefault: z.enum(AUDIENCES).default("COURSE"),
  anonymityAllowed: ticked,
  grading: z.enum(["points", "complete"]).default("points"),
  points: z.coerce.number().min(0).max(1_000).default(10),
  wordMinimum: whole(2_000),
  graceMinutes: whole(10_080),
  percentPerDay: whole(100),
  ...expectationFields,
};

type Sent = z.output<z.ZodObject<typeof settingsFields>>;

/** An expectation that weighs nothing is none; without a cap the minimum is one. */
function readSettings<Given extends Sent>(sent: Given, context: z.RefinementCtx) {
  const expectations = OFFERED.flatMap((kind) => {
    const weight = sent[`${kind}Weight`];
    if (weight === 0) return [];
    const [minimum, typed] = [sent[`${kind}Minimum`], sent[`${kind}Cap`]];
    const cap = typed === 0 ? Math.max(1, minimum) : typed;
    if (cap < minimum) {
      context.addIssue({ code: "custom", path: [`${kind}Cap`], message: "capBelowMinimum" });
    }
    return [{ kind, minimum, cap, weight }];
  });
  const { title, instructions, opensAt, dueAt, closesAt, audienceDefault, anonymityAllowed } = sent;
  const { grading, points, wordMinimum, graceMinutes, percentPerDay } = sent;
  const late = { graceMinutes, percentPerDay };
  const rules: Rules = { grading, points, wordMinimum, late, expectations };
  return {
    ...{ title, instructions, opensAt, dueAt, closesAt, audienceDefault, anonymityAllowed },
    rules,
  };
}

export const assignInput = z
  .strictObject({ courseId: z.uuid(), readingId: z.uuid(), ...settingsFields })
  .transform(({ courseId, readingId, ...sent }, context) => ({
    ...{ courseId, readingId },
    ...readSettings(sent, context),
  }));

export const editAssignmentInput = z
  .strictObject({ assignmentId: z.uuid(), isSeen: ticked, ...settingsFields })
  .transform(({ assignmentId, isSeen, ...sent }, context) => ({
    ...{ assignmentId, isSeen },
    settings: readSettings(sent, context),
  }));

/** Whether students write nothing in a discussion that others see. */
export const pauseInput = z.strictObject({ isPaused: z.boolean() });

export const pauseForm = z.strictObject({
  assignmentId: z.uuid(),
  isPaused: z.enum(["true", "false"]).transform((word) => word === "true"),
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
export type PauseInput = z.output<typeof pauseInput>;
export type AssignInput = z.output<typeof assignInput>;
export type EditAssignmentInput = z.output<typeof editAssignmentInput>;
export type AssignmentSettings = EditAssignmentInput["settings"];
