import { z } from "zod";

import { timeZone } from "@/lib/auth/schema";
import type { Role } from "@/prisma/generated/enums";

/** In the order in which people are listed, which is also the database's. */
export const ROLES = ["INSTRUCTOR", "ASSISTANT", "STUDENT"] as const satisfies readonly Role[];

/** Small letters, spaces and hyphens are how people copy a code. */
const joinCode = z
  .string()
  .max(64)
  .transform((code) => code.toUpperCase().replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^[0-9A-Z]{4,16}$/, "joinCodeUnknown"));

export const createCourseInput = z.strictObject({
  title: z.string().trim().min(1).max(200),
  term: z.string().trim().max(80).default(""),
  timeZone,
});

export const joinInput = z.strictObject({ code: joinCode });
export const joinParams = z.object({ code: joinCode });

export const courseInput = z.strictObject({ courseId: z.uuid() });
export const courseParams = z.object({ courseId: z.uuid() });

export const personInput = z.strictObject({ courseId: z.uuid(), userId: z.uuid() });
export const changeRoleInput = personInput.extend({ role: z.enum(ROLES) });

/** What is not named stays as it is. */
export const changeCourseDiscussionInput = z.strictObject({
  tagsOnly: z.boolean().optional(),
  holdsFirstPosts: z.boolean().optional(),
  tags: z.array(z.string().max(100)).max(200).optional(),
});

/** A box of a form: what is not ticked is not sent. */
export const ticked = z
  .literal("on")
  .optional()
  .transform((sent) => sent === "on");

/** All of it, as a form sends it: a tag a line, or parted by commas. */
export const courseDiscussionForm = z.strictObject({
  courseId: z.uuid(),
  tags: z
    .string()
    .max(20_000)
    .default("")
    .transform((typed) => typed.split(/[\n,]/).map((tag) => tag.trim().replace(/^#/, "")))
    .transform((tags) => tags.filter((tag) => tag !== ""))
    .pipe(z.array(z.string().max(100)).max(200)),
  tagsOnly: ticked,
  holdsFirstPosts: ticked,
});

export const groupNameInput = z.strictObject({ name: z.string().trim().min(1).max(100) });
export const groupMemberInput = z.strictObject({ groupId: z.uuid(), userId: z.uuid() });

export const createGroupInput = groupNameInput.extend({ courseId: z.uuid() });
export const groupInput = z.strictObject({ groupId: z.uuid() });
export const renameGroupInput = groupInput.extend(groupNameInput.shape);

const groupOrNone = z.union([z.uuid(), z.literal("").transform(() => null)]);
const move = z.strictObject({ userId: z.uuid(), groupId: groupOrNone });

/** One person whom a form moves; an empty group is none. */
export const moveToGroupForm = personInput
  .extend({ groupId: groupOrNone })
  .transform(({ courseId, ...one }) => ({ courseId, moves: [one] }));

/** Several, each to a group of their own, as JSON in a field of a form. */
export const movePeopleForm = z.strictObject({
  courseId: z.uuid(),
  moves: z
    .string()
    .max(100_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue("invalid");
        return z.NEVER;
      }
    })
    .pipe(z.array(move).min(1).max(500)),
});

/**
 * A page of the People list. It goes on from a place in its order, not from a person, who may have
 * left or have another role by then.
 */
export const peopleQuery = z.object({
  cursor: z.templateLiteral([z.enum(ROLES), ".", z.uuid()]).optional(),
});

export type CreateCourseInput = z.output<typeof createCourseInput>;
export type JoinInput = z.output<typeof joinInput>;
export type CourseInput = z.output<typeof courseInput>;
export type PersonInput = z.output<typeof personInput>;
export type ChangeRoleInput = z.output<typeof changeRoleInput>;
export type ChangeCourseDiscussionInput = z.output<typeof changeCourseDiscussionInput>;
export type GroupNameInput = z.output<typeof groupNameInput>;
export type GroupMemberInput = z.output<typeof groupMemberInput>;
export type MovePeopleInput = z.output<typeof movePeopleForm>;
export type PeopleQuery = z.output<typeof peopleQuery>;
