import type { PreferenceChanges, Preferences } from "@/lib/preferences/schema";
import type { NotificationKind } from "@/prisma/generated/enums";
import { INBOX_GROUPS, INBOX_KINDS, type InboxGroup } from "./schema";

/** The preference that says when a person wants mail of what belongs to a group of the inbox. */
const CHOICES = {
  replies: "mailReplies",
  mentions: "mailMentions",
  answers: "mailAnswers",
  followed: "mailFollowed",
  notices: "mailNotices",
} as const satisfies Record<InboxGroup, keyof Preferences>;

/** What somebody can have no more mail of, by one click in such a mail. */
export const MAIL_SUBJECTS = [...INBOX_GROUPS, "digests", "summary", "everything"] as const;

export type MailSubject = (typeof MAIL_SUBJECTS)[number];

/** Every kind of notice with the preference that is asked about it. */
export const MAIL_CHOICES = INBOX_GROUPS.flatMap((group) =>
  INBOX_KINDS[group].map((kind) => ({ kind, choice: CHOICES[group] })),
);

/** What a mail that tells of these kinds is about: one group, or everything. */
export function subjectOf(kinds: readonly NotificationKind[]): MailSubject {
  const groups = INBOX_GROUPS.filter((group) =>
    kinds.some((kind) => (INBOX_KINDS[group] as readonly NotificationKind[]).includes(kind)),
  );
  return groups.length === 1 && groups[0] ? groups[0] : "everything";
}

/** What changes for whoever wants no more mail about a subject. Digests are what is gathered. */
export function withoutMail(subject: MailSubject, present: Preferences): PreferenceChanges {
  if (subject === "summary") return { mailSummary: false };
  const ended = INBOX_GROUPS.filter((group) => {
    const time = present[CHOICES[group]];
    if (subject === "digests") return time === "daily" || time === "weekly";
    return subject === "everything" || subject === group;
  });
  const changes = Object.fromEntries(ended.map((group) => [CHOICES[group], "off" as const]));
  return subject === "everything" ? { ...changes, mailSummary: false } : changes;
}
