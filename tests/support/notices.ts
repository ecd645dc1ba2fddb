import { db } from "@/lib/db";
import { listInbox } from "@/lib/notifications/queries";
import type { InboxFilter } from "@/lib/notifications/schema";

/** What somebody was told of in an assignment, in its order: the kinds of the notices. */
export async function toldOf(person: { id: string }, assignmentId: string): Promise<string[]> {
  const rows = await db.notification.findMany({
    where: { userId: person.id, assignmentId },
    select: { kind: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ kind }) => kind);
}

/** The threads of somebody's inbox. */
export async function inboxOf(person: { id: string }, show: InboxFilter = "all") {
  return (await listInbox(person.id, { show })).threads;
}

/** Lets everything that was told so far lie for a while. */
export async function age(minutes: number): Promise<void> {
  await db.$executeRaw`
    UPDATE notification SET created_at = created_at - make_interval(mins => ${minutes}::int)`;
}
