import "server-only";

import { db, type Transaction } from "@/lib/db";
import { USUAL } from "@/lib/preferences/schema";
import { Prisma } from "@/prisma/generated/client";
import { MAIL_CHOICES } from "./mail-choices";
import { type NoticeRow, noticeSelect } from "./present";

/** Who reads at once needs no mail: so long it waits for them. */
const QUIET_MS = 2 * 60_000;
/** What is older is history, whatever somebody chooses now. */
const DAY_MS = 24 * 60 * 60_000;
const OLDEST_MS = { now: 2 * DAY_MS, gathered: 15 * DAY_MS };
const PEOPLE_AT_ONCE = 500;
const NOTICES_AT_ONCE = 500;
/** ISO 8601: Monday. */
const WEEKLY_ON = 1;

/** Somebody for whom a mail is due, and the day it is for as their own calendar has it. */
export interface DuePerson {
  userId: string;
  /** `2026-11-25`; only of what is sent once a day. */
  day: string;
  /** What is gathered over a week is due too. */
  isWeekly: boolean;
}

/** Who is to be written to at once. */
export async function listDueAtOnce(now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ userId: string }[]>`
    SELECT DISTINCT notification.user_id AS "userId"
    FROM notification JOIN "user" person ON person.id = notification.user_id ${CHOICE}
    WHERE ${waitingSql(now, "now")} AND ${TIME} = 'now'
    LIMIT ${PEOPLE_AT_ONCE}`;
  return rows.map(({ userId }) => userId);
}

/** For whom the hour has come at which they want what was gathered, and has not been used today. */
export function listDueDigests(now: Date): Promise<DuePerson[]> {
  return db.$queryRaw<DuePerson[]>`
    SELECT DISTINCT person.id AS "userId", local.day, local.is_weekly AS "isWeekly"
    FROM notification JOIN "user" person ON person.id = notification.user_id ${CHOICE}
    ${localSql(now)}
    WHERE ${waitingSql(now, "gathered")}
      AND (${TIME} = 'daily' OR (${TIME} = 'weekly' AND local.is_weekly))
      AND local.hour >= ${HOUR}
      AND NOT EXISTS (SELECT FROM delivery WHERE message_key = 'digest ' || person.id || ' ' || local.day)
    LIMIT ${PEOPLE_AT_ONCE}`;
}

/** The staff of courses that go on, for whom the hour of their daily summary has come. */
export function listDueSummaries(now: Date): Promise<DuePerson[]> {
  return db.$queryRaw<DuePerson[]>`
    SELECT person.id AS "userId", local.day, false AS "isWeekly"
    FROM "user" person
    ${localSql(now)}
    WHERE local.hour >= ${HOUR}
      AND coalesce(person.preferences -> 'mailSummary', ${JSON.stringify(USUAL.mailSummary)}::jsonb) = 'true'::jsonb
      AND EXISTS (
        SELECT FROM enrolment JOIN course ON course.id = enrolment.course_id
        WHERE enrolment.user_id = person.id AND enrolment.status = 'ACTIVE'
          AND enrolment.role <> 'STUDENT' AND course.archived_at IS NULL
      )
      AND NOT EXISTS (SELECT FROM delivery WHERE message_key = 'summary ' || person.id || ' ' || local.day)
    LIMIT ${PEOPLE_AT_ONCE}`;
}

/** What of a person's notices is to be mailed now, by thread, of each oldest first. */
export async function listDueNotices(
  tx: Transaction,
  userId: string,
  { times, now }: { times: readonly ("now" | "daily" | "weekly")[]; now: Date },
): Promise<NoticeRow[]> {
  const age = times.includes("now") ? "now" : "gathered";
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT notification.id
    FROM notification JOIN "user" person ON person.id = notification.user_id ${CHOICE}
    WHERE notification.user_id = ${userId}::uuid
      AND ${waitingSql(now, age)}
      AND ${TIME} IN (${Prisma.join([...times])})
    ORDER BY notification.created_at, notification.id
    LIMIT ${NOTICES_AT_ONCE}`;
  return tx.notification.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: noticeSelect,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/** The preference that decides about each kind, beside what holds without one. */
const CHOICE = Prisma.sql`
  JOIN (VALUES ${Prisma.join(
    MAIL_CHOICES.map(({ kind, choice }) => Prisma.sql`(${kind}, ${choice}, ${USUAL[choice]})`),
  )}) AS choice (kind, name, usual) ON choice.kind = notification.kind::text`;

const TIME = Prisma.sql`coalesce(person.preferences ->> choice.name, choice.usual)`;

const HOUR = Prisma.sql`
  CASE jsonb_typeof(person.preferences -> 'mailHour')
    WHEN 'number' THEN (person.preferences ->> 'mailHour')::numeric ELSE ${USUAL.mailHour}::numeric
  END`;

/** Neither read nor put away nor mailed, and neither just told nor long ago. */
function waitingSql(now: Date, age: keyof typeof OLDEST_MS): Prisma.Sql {
  const newest = new Date(now.getTime() - QUIET_MS);
  const oldest = new Date(now.getTime() - OLDEST_MS[age]);
  return Prisma.sql`
    notification.mailed_at IS NULL AND notification.read_at IS NULL AND notification.done_at IS NULL
    AND notification.created_at > ${oldest} AND notification.created_at <= ${newest}`;
}

/** The day, the hour and whether it is the day of the week, on the person's own clock. */
function localSql(now: Date): Prisma.Sql {
  const clock = Prisma.sql`(${now}::timestamptz AT TIME ZONE person.time_zone)`;
  return Prisma.sql`
    CROSS JOIN LATERAL (
      SELECT to_char(${clock}, 'YYYY-MM-DD') AS day,
        extract(hour FROM ${clock}) AS hour,
        extract(isodow FROM ${clock}) = ${WEEKLY_ON} AS is_weekly
    ) AS local`;
}
