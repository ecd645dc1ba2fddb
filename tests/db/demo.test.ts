import { beforeAll, describe, expect, test } from "vitest";
import { unpackMarks } from "@/components/reader/unpack-marks";
import { listActivity } from "@/lib/annotations/activity";
import { listMarks } from "@/lib/annotations/marks";
import { listThreads } from "@/lib/annotations/queries";
import { listUpcoming } from "@/lib/assignments/queries";
import { verifyCredentials } from "@/lib/auth/verify";
import { listPeople } from "@/lib/courses/queries";
import { db } from "@/lib/db";
import { listInbox } from "@/lib/notifications/queries";
import { demoCourse } from "@/prisma/demo/course";
import { loadDemo } from "@/prisma/demo/load";
import { demoAccounts } from "@/prisma/demo/people";

const NOW = new Date();
const [teacher, ada, ben] = demoAccounts;

beforeAll(async () => {
  await loadDemo(NOW);
});

/** The account of one of the demo's people, by the door that everybody takes. */
async function signIn({ email, password } = teacher!) {
  const identity = await verifyCredentials({ email, password }, crypto.randomUUID());
  return identity!.id;
}

async function openAssignment(userId: string) {
  const cards = await listUpcoming(userId, NOW);
  return cards.find(({ courseId }) => courseId === demoCourse.id)!;
}

describe("the demo", () => {
  test("is loaded once", async () => {
    const count = () => Promise.all([db.annotation.count(), db.comment.count(), db.user.count()]);
    const before = await count();
    expect(await loadDemo(new Date(NOW.getTime() + 86_400_000))).toBe(false);
    expect(await count()).toEqual(before);
  });

  test("lets everybody in whom the start page offers, and has ten people", async () => {
    for (const account of demoAccounts) expect(await signIn(account)).toEqual(expect.any(String));
    const { people } = await listPeople(await signIn(), demoCourse.id);
    const roles = people.map(({ role }) => role);
    expect(roles).toEqual(["INSTRUCTOR", "ASSISTANT", ...Array(8).fill("STUDENT")]);
  });

  test("has its article due within eight days from when it was loaded", async () => {
    const { dueAt, isOpen } = await openAssignment(await signIn(ada));
    const days = (new Date(dueAt!).getTime() - NOW.getTime()) / 86_400_000;
    expect(isOpen).toBe(true);
    expect(days).toBeGreaterThan(6);
    expect(days).toBeLessThan(8);
  });

  test("has something read and something unread in the inbox of a student", async () => {
    const userId = await signIn(ada);
    const all = await listInbox(userId, { show: "all" });
    const unread = await listInbox(userId, { show: "unread" });
    expect(unread.threads.length).toBeGreaterThan(0);
    expect(unread.threads.length).toBeLessThan(all.threads.length);
  });

  test("counts in every thread the comments that are there", async () => {
    const rows = await db.annotation.findMany({
      where: { assignment: { courseId: demoCourse.id } },
      select: { commentCount: true, comments: { where: { deletedAt: null } } },
    });
    expect(rows.length).toBeGreaterThan(25);
    for (const { commentCount, comments } of rows) expect(comments).toHaveLength(commentCount);
  });

  test("keeps private notes private here as well, and shows every mark that it shows as a thread", async () => {
    const seen = await Promise.all(
      [teacher, ada, ben].map(async (account) => {
        const id = await signIn(account);
        const assignment = await openAssignment(id);
        const { rows } = await listThreads(id, assignment.id, { limit: 100 });
        const marks = await listMarks(id, assignment.id);
        const ids = unpackMarks(marks).map((mark) => mark.id);
        expect(new Set(ids)).toEqual(new Set(rows.map((row) => row.id)));
        const notes = rows.filter(({ audience }) => audience === "ONLY_ME");
        expect(notes.filter(({ author }) => author.id !== id)).toEqual([]);
        return notes.length;
      }),
    );
    expect(seen.some((count) => count > 0)).toBe(true);
  });

  test("has something new for who comes in", async () => {
    const id = await signIn(ada);
    const assignment = await openAssignment(id);
    const activity = await listActivity(id, [assignment.id], NOW);
    expect(activity[assignment.id]?.newCount).toBeGreaterThan(0);
  });
});
