import "server-only";

import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { publishToPeople } from "@/lib/events/person";
import type { ChangeInboxInput } from "./schema";

/**
 * Marks a person's own notices as read or unread, puts them away or back. What is put away is read
 * too, and stays so when it comes back. Doing it twice is doing it once.
 *
 * @throws NotFound when none of them is theirs
 */
export async function changeInbox(
  userId: string,
  { ids, isRead, isDone }: ChangeInboxInput,
  now = new Date(),
): Promise<void> {
  const isTouched = isRead ?? (isDone ? true : undefined);
  await db.$transaction(async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: { id: { in: ids }, userId },
      data: {
        ...(isTouched === undefined ? {} : { readAt: isTouched ? now : null }),
        ...(isDone === undefined ? {} : { doneAt: isDone ? now : null }),
      },
    });
    if (count === 0) throw new NotFound();
    await publishToPeople(tx, [userId]);
  });
}
