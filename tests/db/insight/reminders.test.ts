import "../../support/post-office";

import { beforeEach, describe, expect, test } from "vitest";

import { db } from "@/lib/db";
import { Forbidden, NotFound } from "@/lib/errors";
import { remindNotBegun } from "@/lib/insight/mutations";
import { getAssignmentInsight } from "@/lib/insight/queries";
import { listMailJobs, mail } from "@/lib/jobs/mail";
import { changePreferences } from "@/lib/preferences/mutations";
import { archive, type Classroom, openClassroom, removeFrom } from "../../support/classroom";
import { annotate } from "../../support/factories";
import { letters, refuse, theLetter } from "../../support/post-office";

let room: Classroom;

beforeEach(async () => {
  await db.reminder.deleteMany();
  room = await openClassroom({ dueAt: new Date("2126-12-02T22:59:00Z") });
});

const remind = (now?: Date) => remindNotBegun(room.instructor.id, room.assignment.id, now);

async function deliver(now = new Date()) {
  for (const job of await listMailJobs(now)) if (job.what === "reminders") await mail(job, now);
}

describe("a reminder", () => {
  test("goes to students who have left nothing that the staff may read, and to no others", async () => {
    await annotate(room.author.id, room.assignment, "fox");
    const own = { says: "Mine.", audience: "ONLY_ME" as const };
    await annotate(room.classmate.id, room.assignment, "dog", own);
    expect(await remind()).toBe(1);
    await deliver();
    const letter = theLetter();
    expect(letter.to).toMatchObject({ value: [{ address: room.classmate.email }] });
    expect(letter.subject).toBe("“The Fox and the Dog” waits for you");
    expect(letter.text).toContain(`https://postil.example.edu/read/${room.assignment.id}`);
    expect(letter.text).toContain("Monday, December 2 at 22:59");
  });

  test("comes once a day, also when two press at once", async () => {
    const counts = await Promise.all([remind(), remind()]);
    expect(counts.toSorted()).toEqual([0, 2]);
    const { id } = room.assignment;
    expect((await getAssignmentInsight(room.instructor.id, id)).remindable).toBe(0);
    await deliver();
    await deliver();
    expect(letters).toHaveLength(2);
    expect(await remind(new Date(Date.now() + 21 * 3_600_000))).toBe(2);
  });

  test("is not mailed to who began meanwhile, left, or wants none", async () => {
    await remind();
    await annotate(room.author.id, room.assignment, "fox");
    await removeFrom(room.course.id, room.classmate.id);
    await deliver();
    expect(letters).toEqual([]);

    const other = await openClassroom();
    await changePreferences(other.author.id, { mailNotices: "off" });
    expect(await remindNotBegun(other.instructor.id, other.assignment.id)).toBe(2);
    await deliver();
    expect(theLetter().to).toMatchObject({ value: [{ address: other.classmate.email }] });
  });

  test("waits while the mail server takes nothing", async () => {
    await annotate(room.author.id, room.assignment, "fox");
    await remind();
    refuse(1);
    await expect(deliver()).rejects.toThrow();
    await deliver();
    expect(letters).toHaveLength(1);
  });

  test("is the staff's to send, in a course that goes on", async () => {
    const { id } = room.assignment;
    for (const person of [room.author, room.stranger]) {
      await expect(remindNotBegun(person.id, id)).rejects.toThrow(NotFound);
    }
    expect(await remindNotBegun(room.assistant.id, id)).toBe(2);
    await archive(room.course.id);
    await expect(remind()).rejects.toThrow(Forbidden);
    expect((await getAssignmentInsight(room.instructor.id, id)).remindable).toBe(0);
  });

  test("is none before the text is open to them", async () => {
    const opensAt = new Date(Date.now() + 3_600_000);
    await db.assignment.update({ where: { id: room.assignment.id }, data: { opensAt } });
    expect(await remind()).toBe(0);
  });
});
