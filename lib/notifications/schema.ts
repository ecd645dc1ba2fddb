import { z } from "zod";

import type { NotificationKind } from "@/prisma/generated/enums";

/** What an inbox can be narrowed to, in the order in which it is offered. */
export const INBOX_GROUPS = ["replies", "mentions", "answers", "followed", "notices"] as const;

export type InboxGroup = (typeof INBOX_GROUPS)[number];

/** What belongs to each. */
export const INBOX_KINDS = {
  replies: ["REPLY", "PRIVATE_REPLY"],
  mentions: ["MENTION"],
  answers: ["ANSWER"],
  followed: ["FOLLOWED"],
  notices: ["HIDDEN", "APPROVED", "HELD", "REPORTED", "NEEDS_INSTRUCTOR"],
} as const satisfies Record<InboxGroup, readonly NotificationKind[]>;

export const INBOX_FILTERS = ["all", "unread", ...INBOX_GROUPS, "done"] as const;

export type InboxFilter = (typeof INBOX_FILTERS)[number];

/** A page of the inbox. */
export const inboxQuery = z.object({
  show: z.enum(INBOX_FILTERS).default("all"),
  cursor: z.string().max(200).optional(),
});

/** How many of a thread's notices are shown with it, and so can be changed with it. */
export const NOTICES_A_THREAD = 50;

/** Marks notices as read or unread, or puts them away or back. */
export const changeInboxInput = z
  .strictObject({
    ids: z.array(z.uuid()).min(1).max(NOTICES_A_THREAD),
    isRead: z.boolean().optional(),
    isDone: z.boolean().optional(),
  })
  .refine(({ isRead, isDone }) => isRead !== undefined || isDone !== undefined, {
    error: "required",
    path: ["isRead"],
  });

export type InboxQuery = z.output<typeof inboxQuery>;
export type ChangeInboxInput = z.output<typeof changeInboxInput>;

/** What an address that ends mails holds; whether it is ours is for its seal to say. */
export const unsubscribeInput = z.strictObject({ token: z.string().max(200) });

/** What an address of the inbox's page shows: what is wrong in it counts as not said. */
export const shownInbox = z.object({ show: z.enum(INBOX_FILTERS).catch("all") });

/** The secret of a feed's address. */
export const feedParams = z.object({ secret: z.string().min(16).max(64) });
