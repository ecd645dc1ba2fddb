import { afterAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";

import { liveHub } from "@/lib/annotations/live";
import { removePerson } from "@/lib/courses/mutations";
import { db } from "@/lib/db";
import { TooMany } from "@/lib/errors";
import { publishAccessEnded } from "@/lib/events/access";
import { openInboxLive } from "@/lib/notifications/live";
import { changeInbox } from "@/lib/notifications/mutations";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, reply } from "../../support/factories";
import { inboxOf } from "../../support/notices";

afterAll(() => liveHub().close());

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

/** An open page of somebody's, until the end of the test: the numbers that it was told. */
async function openPage({ id }: { id: string }) {
  const page = { told: [] as number[], ended: [] as string[], close: () => {} };
  page.close = await openInboxLive(id, {
    onMessage: ({ unread }) => page.told.push(unread),
    onEnd(reason) {
      page.ended.push(reason);
      page.close();
    },
  });
  onTestFinished(page.close);
  return page;
}

function untilTold(page: { told: number[] }, unread: number) {
  return vi.waitFor(() => expect(page.told.at(-1)).toBe(unread), { timeout: 10_000 });
}

test("a page learns at once how much is unread, and whenever that changes, on every page", async () => {
  const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
  const pages = await Promise.all([openPage(room.author), openPage(room.author)]);
  const other = await openPage(room.classmate);
  for (const page of [...pages, other]) await untilTold(page, 0);

  await reply(room.classmate.id, id, "Because.");
  for (const page of pages) await untilTold(page, 1);
  const [thread] = await inboxOf(room.author);
  const ids = thread?.notices.map((notice) => notice.id) ?? [];
  await changeInbox(room.author.id, { ids, isRead: true });
  for (const page of pages) await untilTold(page, 0);
  expect(other.told.every((unread) => unread === 0)).toBe(true);
});

test("who is removed from a course has nothing of it any more, and keeps their inbox", async () => {
  const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
  await reply(room.classmate.id, id, "Because.");
  const page = await openPage(room.author);
  await untilTold(page, 1);
  await removePerson(room.instructor.id, { courseId: room.course.id, userId: room.author.id });
  await untilTold(page, 0);
  expect(page.ended).toEqual([]);
});

test("who is signed out everywhere hears nothing more", async () => {
  const page = await openPage(room.author);
  await untilTold(page, 0);
  await db.$transaction((tx) => publishAccessEnded(tx, { userId: room.author.id }));
  await vi.waitFor(() => expect(page.ended).toEqual(["access"]), { timeout: 10_000 });
});

test("a person has so many pages and no more", async () => {
  for (let open = 0; open < 12; open++) await openPage(room.author);
  await expect(openPage(room.author)).rejects.toThrow(TooMany);
  await openPage(room.classmate);
});
