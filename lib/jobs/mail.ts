import "server-only";

import { listReminded } from "@/lib/insight/people";
import {
  type DuePerson,
  listDueAtOnce,
  listDueDigests,
  listDueSummaries,
} from "@/lib/notifications/due";
import type { Jobs, Queue } from "./boss";
import { mailDigest, mailNotices, mailReminders, mailSummary } from "./deliver";

/** One mail to one person. */
type MailJob = { what: "notices" | "digest" | "summary" | "reminders" } & DuePerson;

const ROUND = "mail-round";
const MAIL = "mail";
/** Who is written to at once is not written to again before this, whatever happens. */
const APART_SECONDS = 300;

/**
 * Once a minute one instance looks who is to be written to, and all share the writing. What a
 * round did not come to, or a server did not take, the next one finds again.
 */
export function mailQueues(jobs: Pick<Jobs, "add">): Queue<never>[] {
  return [
    {
      ...{ name: ROUND, cron: "* * * * *", everySeconds: 15, atOnce: 1 },
      work: async () => {
        const due = await listMailJobs(new Date());
        const keyed = due.map((job) => ({ key: `${job.what} ${job.userId}`, job }));
        await jobs.add(MAIL, keyed, APART_SECONDS);
      },
    },
    { name: MAIL, everySeconds: 5, atOnce: 20, work: (job: MailJob) => mail(job) },
  ];
}

/** The mails that are due at `now`. */
export async function listMailJobs(now: Date): Promise<MailJob[]> {
  const atOnce = await listDueAtOnce(now);
  const digests = await listDueDigests(now);
  const summaries = await listDueSummaries(now);
  const reminded = await listReminded(now);
  const once = { day: "", isWeekly: false };
  return [
    ...atOnce.map((userId) => ({ what: "notices" as const, userId, ...once })),
    ...reminded.map((userId) => ({ what: "reminders" as const, userId, ...once })),
    ...digests.map((due) => ({ what: "digest" as const, ...due })),
    ...summaries.map((due) => ({ what: "summary" as const, ...due })),
  ];
}

/** Sends one, unless it was sent, or nothing is left to say. */
export async function mail({ what, ...due }: MailJob, now = new Date()): Promise<void> {
  if (what === "notices") return mailNotices(due.userId, now);
  if (what === "reminders") return mailReminders(due.userId, now);
  if (what === "digest") return mailDigest(due, now);
  return mailSummary(due, now);
}
