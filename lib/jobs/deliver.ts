import "server-only";

import { db, type Transaction } from "@/lib/db";
import { takeReminders } from "@/lib/insight/people";
import type { Letter } from "@/lib/mail/letter";
import { digestLetter, noticeLetter, reminderLetter, summaryLetter } from "@/lib/mail/letters";
import { publicUrl, sendMail } from "@/lib/mail/transport";
import { type DuePerson, listDueNotices } from "@/lib/notifications/due";
import { type MailSubject, subjectOf } from "@/lib/notifications/mail-choices";
import type { InboxThreadView } from "@/lib/notifications/present";
import { readThreads } from "@/lib/notifications/spoken";
import { getSummary } from "@/lib/notifications/summary";
import { sealUnsubscription } from "@/lib/notifications/unsubscription";
import type { DeliveryKind } from "@/prisma/generated/enums";

/** A mail server may take its time; the letter is not taken back meanwhile. */
const TRANSACTION = { timeout: 40_000, maxWait: 15_000 };

/**
 * Mails a person what is due at once: of one thread by its name, of several together.
 *
 * What it says is what they may read now. Sent once however many instances try: the person is held
 * while it is sent, and what was mailed is marked in the same transaction. When the server does not
 * take it, nothing is marked, and the job is tried again.
 */
export async function mailNotices(userId: string, now = new Date()): Promise<void> {
  await holding(userId, async (tx) => {
    const rows = await listDueNotices(tx, userId, { times: ["now"], now });
    const [oldest] = rows;
    if (!oldest) return;
    await markMailed(tx, rows, now);
    const threads = await readThreads(tx, userId, rows);
    const [first] = threads;
    if (!first) return;
    const key = `notice ${oldest.id}`;
    if (threads.length > 1) return send(tx, userId, { ...digestOf(threads, "NOTICE"), key });
    await send(tx, userId, { ...noticeOf(first), key });
  });
}

/** Mails a person what was gathered for a day of theirs, once. As {@link mailNotices} in all else. */
export async function mailDigest(
  { userId, day, isWeekly }: DuePerson,
  now = new Date(),
): Promise<void> {
  const times = isWeekly ? (["daily", "weekly"] as const) : (["daily"] as const);
  await holding(userId, async (tx) => {
    const key = `digest ${userId} ${day}`;
    if (await isTaken(tx, key)) return;
    const rows = await listDueNotices(tx, userId, { times, now });
    await markMailed(tx, rows, now);
    const threads = await readThreads(tx, userId, rows);
    if (threads.length === 0) return take(tx, userId, key);
    await send(tx, userId, { ...digestOf(threads, "DIGEST"), subject: "digests", key });
  });
}

/** Mails one of the staff what is open where they teach, once a day, and nothing on quiet days. */
export async function mailSummary({ userId, day }: DuePerson, now = new Date()): Promise<void> {
  await holding(userId, async (tx) => {
    const key = `summary ${userId} ${day}`;
    if (await isTaken(tx, key)) return;
    const summary = await getSummary(tx, userId, now);
    if (summary.postCount === 0) return take(tx, userId, key);
    await send(tx, userId, {
      key,
      kind: "DIGEST",
      subject: "summary",
      about: null,
      write: (unsubscribe) => summaryLetter(summary, { unsubscribe }),
    });
  });
}

/** Mails a student what the staff remind them of and they still have not begun. */
export async function mailReminders(userId: string, now = new Date()): Promise<void> {
  await holding(userId, async (tx) => {
    const reminders = await takeReminders(tx, userId, now);
    const [first] = reminders;
    if (!first) return;
    await send(tx, userId, {
      key: `reminder ${userId} ${now.toISOString()}`,
      kind: "NOTICE",
      subject: "notices",
      about: null,
      write: (unsubscribe) => reminderLetter([first, ...reminders.slice(1)], { unsubscribe }),
    });
  });
}

interface Sending {
  key: string;
  kind: DeliveryKind;
  subject: MailSubject;
  about: string | null;
  write(unsubscribe: string): Letter;
}

function noticeOf(thread: InboxThreadView): Omit<Sending, "key"> {
  return {
    kind: "NOTICE",
    subject: subjectOf(thread.notices.map(({ kind }) => kind)),
    about: thread.annotationId,
    write: (unsubscribe) => noticeLetter(thread, { unsubscribe }),
  };
}

function digestOf(threads: InboxThreadView[], kind: DeliveryKind): Omit<Sending, "key"> {
  return {
    kind,
    subject: subjectOf(threads.flatMap(({ notices }) => notices.map((notice) => notice.kind))),
    about: null,
    write: (unsubscribe) => digestLetter(threads, { unsubscribe }),
  };
}

/** Does `work` while no other instance works on this person's mail; not at all while one does. */
async function holding(userId: string, work: (tx: Transaction) => Promise<void>): Promise<void> {
  await db.$transaction(async (tx) => {
    const [held] = await tx.$queryRaw<{ isOurs: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${`postil mail ${userId}`}, 0)) AS "isOurs"`;
    if (held?.isOurs) await work(tx);
  }, TRANSACTION);
}

async function isTaken(tx: Transaction, messageKey: string): Promise<boolean> {
  return (await tx.delivery.count({ where: { messageKey } })) > 0;
}

/** Remembers that there was nothing to say. */
async function take(tx: Transaction, userId: string, messageKey: string): Promise<void> {
  await tx.delivery.create({ data: { userId, kind: "DIGEST", messageKey }, select: { id: true } });
}

async function markMailed(tx: Transaction, rows: { id: string }[], now: Date): Promise<void> {
  await tx.notification.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { mailedAt: now },
  });
}

async function send(
  tx: Transaction,
  userId: string,
  { key, kind, subject, about, write }: Sending,
): Promise<void> {
  const { name, email } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { name: true, email: true },
  });
  const { id } = await tx.delivery.create({
    data: { userId, kind, messageKey: key },
    select: { id: true },
  });
  const token = sealUnsubscription({ userId, subject });
  const letter = write(`${publicUrl()}/unsubscribe/${token}`);
  await sendMail(letter, {
    to: { name, address: email },
    key,
    about,
    unsubscribe: `${publicUrl()}/api/v1/unsubscribe/${token}`,
  });
  await tx.delivery.update({ where: { id }, data: { sentAt: new Date() }, select: { id: true } });
}
