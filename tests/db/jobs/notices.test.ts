import "../../support/post-office";

import { beforeEach, describe, expect, test } from "vitest";

import { removeComment } from "@/lib/annotations/removal";
import { db } from "@/lib/db";
import { listMailJobs, mail } from "@/lib/jobs/mail";
import { changeInbox } from "@/lib/notifications/mutations";
import { unsubscribe } from "@/lib/notifications/unsubscribe";
import { changePreferences } from "@/lib/preferences/mutations";
import { type Classroom, openClassroom, removeFrom } from "../../support/classroom";
import { annotate, reply } from "../../support/factories";
import { age, inboxOf } from "../../support/notices";
import { headOf, letters, refuse, theLetter } from "../../support/post-office";

let room: Classroom;

beforeEach(async () => {
  // Who is in courses of other tests may have mail to come.
  await db.notification.deleteMany();
  room = await openClassroom();
});

/** Does the mail of a round, as one instance does. Summaries are another test's. */
async function deliver(now = new Date()) {
  const jobs = await listMailJobs(now);
  for (const job of jobs) if (job.what !== "summary") await mail(job, now);
}

/** A thread of Ada's in which Ben wrote. */
async function talk(quote = "fox", words = "Because it is quick.") {
  const { id } = await annotate(room.author.id, room.assignment, quote, { says: "Why?" });
  const comment = await reply(room.classmate.id, id, words);
  return { id, comment };
}

describe("a mail at once", () => {
  test("says who wrote what where, as text and as HTML, and leads there", async () => {
    const { id } = await talk();
    await age(3);
    await deliver();

    const letter = theLetter();
    const href = `https://postil.example.edu/read/${room.assignment.id}#a-${id}`;
    expect(letter.to).toMatchObject({ value: [{ address: room.author.email, name: "Ada" }] });
    expect(letter.from?.text).toBe('"Natural History (Postil)" <postil@postil.example.edu>');
    expect(letter.subject).toBe("Ben replied in a thread of yours – The Fox and the Dog");
    for (const words of ["Ben replied in a thread of yours", "Because it is quick.", href]) {
      expect(letter.text).toContain(words);
      expect(letter.html).toContain(words);
    }
    expect(headOf(letter, "Auto-Submitted")).toBe("auto-generated");
  });

  test("can be ended with one click, by a mail program and without signing in", async () => {
    await talk();
    await age(3);
    await deliver();
    const letter = theLetter();
    expect(headOf(letter, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    const address = headOf(letter, "List-Unsubscribe")?.slice(1, -1) ?? "";
    expect(address).toMatch(/^https:\/\/postil\.example\.edu\/api\/v1\/unsubscribe\//);

    expect(await unsubscribe(decodeURIComponent(address.split("/").at(-1) ?? ""))).toEqual({
      userId: room.author.id,
      subject: "replies",
    });
    await talk("dog");
    await age(3);
    await deliver();
    expect(letters).toHaveLength(1);
  });

  test("is one for what came together in several threads", async () => {
    await talk("fox", "On foxes.");
    await talk("dog", "On dogs.");
    await age(3);
    await deliver();
    const letter = theLetter();
    expect(letter.subject).toBe("News in 2 threads – The Fox and the Dog");
    expect(letter.text).toMatch(/On foxes\.[\s\S]*On dogs\./);
  });

  test("waits for those who read at once, and is not sent to who has read", async () => {
    await talk();
    await deliver();
    expect(letters).toEqual([]);

    const [thread] = await inboxOf(room.author);
    const ids = thread?.notices.map(({ id }) => id) ?? [];
    await changeInbox(room.author.id, { ids, isRead: true });
    await age(3);
    await deliver();
    expect(letters).toEqual([]);
  });

  test("is sent once by two instances that work at the same time", async () => {
    await talk();
    await age(3);
    await Promise.all([deliver(), deliver(), deliver()]);
    await deliver();
    expect(letters).toHaveLength(1);
    expect(await db.delivery.count({ where: { userId: room.author.id } })).toBe(1);
  });

  test("is sent again when the server did not take it", async () => {
    await talk();
    await age(3);
    refuse(1);
    await expect(deliver()).rejects.toThrow();
    expect(letters).toEqual([]);
    await deliver();
    expect(letters).toHaveLength(1);
  });

  test("says nothing that was deleted before it was sent", async () => {
    const { comment } = await talk();
    await age(3);
    await removeComment(room.classmate.id, comment.id, comment.version);
    await deliver();
    expect(letters).toEqual([]);
  });

  test("says nothing that its reader may read no longer", async () => {
    const { id } = await annotate(room.classmate.id, room.assignment, "fox", { says: "Mine." });
    await reply(room.author.id, id, "Good.");
    await reply(room.classmate.id, id, "Thanks.");
    await db.annotation.update({ where: { id }, data: { audience: "INSTRUCTORS" } });
    await db.notification.deleteMany({ where: { userId: room.classmate.id } });
    await age(3);
    await deliver();
    expect(letters).toEqual([]);
  });

  test("is not sent to who was removed meanwhile", async () => {
    await talk();
    await age(3);
    await removeFrom(room.course.id, room.author.id);
    await deliver();
    expect(letters).toEqual([]);
  });

  test("shows what people wrote as words, never as HTML", async () => {
    await talk("fox", '<img src="https://example.com/a.gif"> & more');
    await age(3);
    await deliver();
    const { html, text } = theLetter();
    expect(html).not.toContain("<img");
    expect(text).toContain('<img src="https://example.com/a.gif"> & more');
  });
});

describe("what is gathered", () => {
  /** A moment of a week in which nothing else happens; the 2nd of March 2026 is a Monday. */
  const at = (moment: string) => new Date(`2026-03-${moment}:00Z`);

  async function told(moment: string, quote = "fox") {
    await talk(quote, `On ${quote}.`);
    await db.notification.updateMany({
      where: { userId: room.author.id, mailedAt: null },
      data: { createdAt: at(moment) },
    });
  }

  test("is sent at the person's own hour of their own day, once a day", async () => {
    await changePreferences(room.author.id, { mailReplies: "daily", mailHour: 7 });
    await db.user.update({
      where: { id: room.author.id },
      data: { timeZone: "America/New_York" },
    });
    await told("03T20:00");
    await deliver(at("04T11:59"));
    expect(letters).toEqual([]);
    // Seven in the morning in New York, in winter.
    await deliver(at("04T12:00"));
    expect(theLetter().subject).toBe("News in a thread – The Fox and the Dog");

    await told("04T12:30", "dog");
    await deliver(at("04T18:00"));
    expect(letters).toHaveLength(1);
    await deliver(at("05T12:00"));
    expect(letters).toHaveLength(2);
    expect(letters[1]?.text).toContain("On dog.");
    expect(letters[1]?.text).not.toContain("On fox.");
  });

  test("over a week is sent on Monday", async () => {
    await changePreferences(room.author.id, { mailReplies: "weekly", mailHour: 8 });
    await told("04T10:00");
    await deliver(at("08T23:00"));
    expect(letters).toEqual([]);
    await deliver(at("09T08:00"));
    expect(letters).toHaveLength(1);
  });

  test("is not sent when it was read, or to who wants none", async () => {
    await changePreferences(room.author.id, { mailReplies: "daily", mailHour: 8 });
    await told("04T10:00");
    await db.notification.updateMany({ data: { readAt: at("04T11:00") } });
    await deliver(at("05T09:00"));
    await db.notification.updateMany({ data: { readAt: null } });
    await changePreferences(room.author.id, { mailReplies: "off" });
    await deliver(at("05T09:00"));
    expect(letters).toEqual([]);
  });

  test("is sent once by two instances that work at the same time", async () => {
    await changePreferences(room.author.id, { mailReplies: "daily", mailHour: 8 });
    await told("04T10:00");
    const now = at("05T09:00");
    await Promise.all([deliver(now), deliver(now)]);
    expect(letters).toHaveLength(1);
  });
});
