import "../../support/post-office";

import { beforeEach, expect, test } from "vitest";

import { changeAnnotation } from "@/lib/annotations/mutations";
import { listMailJobs, mail } from "@/lib/jobs/mail";
import { changePreferences } from "@/lib/preferences/mutations";
import { archive, type Classroom, openClassroom } from "../../support/classroom";
import { annotate, type Person } from "../../support/factories";
import { letters, theLetter } from "../../support/post-office";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

/** Late today, when everybody's hour has come. */
const now = new Date(new Date().setUTCHours(23, 0, 0, 0));

async function deliverTo(...people: Person[]) {
  const ids = people.map(({ id }) => id);
  const jobs = await listMailJobs(now);
  for (const job of jobs) {
    if (job.what === "summary" && ids.includes(job.userId)) await mail(job, now);
  }
}

function ask(words: string, audience: "COURSE" | "ONLY_ME" = "COURSE") {
  return annotate(room.author.id, room.assignment, "fox", {
    kind: "QUESTION",
    says: words,
    audience,
  });
}

test("the staff hear once a day what is open and how much was written", async () => {
  const answered = await ask("Which fox?");
  await changeAnnotation(room.author.id, answered.id, answered.version, { isAnswered: true });
  await ask("Why a fox?");
  await deliverTo(room.instructor);
  await deliverTo(room.instructor);

  const letter = theLetter();
  expect(letter.subject).toBe("One open question, 2 new posts");
  expect(letter.text).toContain("Ada asks");
  expect(letter.text).toContain("Why a fox?");
  expect(letter.text).not.toContain("Which fox?");
});

test("nobody hears of what somebody asks themselves alone", async () => {
  await ask("Am I stupid?", "ONLY_ME");
  await deliverTo(room.instructor, room.assistant);
  expect(letters).toEqual([]);
});

test("students, strangers and who wants none hear nothing, nor do those whose course has ended", async () => {
  await ask("Why a fox?");
  await changePreferences(room.assistant.id, { mailSummary: false });
  await deliverTo(room.classmate, room.stranger, room.removed, room.assistant);
  await archive(room.course.id);
  await deliverTo(room.instructor);
  expect(letters).toEqual([]);
});
