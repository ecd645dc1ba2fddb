import "../../support/post-office";

import { v7 } from "uuid";
import { beforeEach, expect, test } from "vitest";

import { postComment } from "@/lib/annotations/comments";
import { followPerson, muteVoice } from "@/lib/annotations/following";
import { createAnnotation } from "@/lib/annotations/mutations";
import { rotateFeed } from "@/lib/courses/mutations";
import { getCourse } from "@/lib/courses/queries";
import { db } from "@/lib/db";
import { listMailJobs, mail } from "@/lib/jobs/mail";
import { getCourseFeed } from "@/lib/notifications/feed";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotationOf, bodyOf, createAssignment, reply } from "../../support/factories";
import { allowAnonymity } from "../../support/groups";
import { age, inboxOf, toldOf } from "../../support/notices";
import { letters } from "../../support/post-office";

let room: Classroom;

beforeEach(async () => {
  // Who is in courses of other tests may have mail to come.
  await db.notification.deleteMany();
  room = await openClassroom();
});

/** What Ada writes without her name, and answers without it to Ben who answered. */
async function whisper(assignment = room.assignment) {
  await allowAnonymity(assignment.id);
  const input = annotationOf(assignment, "fox", { says: "I am lost." });
  const { id } = await createAnnotation(room.author.id, assignment.id, {
    ...input,
    isAnonymous: true,
  });
  await reply(room.classmate.id, id, "Where?");
  const body = bodyOf("Here.");
  await postComment(room.author.id, id, { id: v7(), body, isAnonymous: true });
  return { id, voice: await voiceIn(assignment.id) };
}

function voiceIn(assignmentId: string) {
  const userId = room.author.id;
  return db.pseudonym.findUniqueOrThrow({
    where: { assignmentId_userId: { assignmentId, userId } },
  });
}

function expectUnnamed(...left: unknown[]): void {
  const bytes = JSON.stringify(left);
  for (const word of ["Ada", room.author.id, room.author.email]) expect(bytes).not.toContain(word);
}

test("an inbox has the pseudonym of each reading, and staff have the name", async () => {
  const here = await whisper();
  const there = await whisper(await createAssignment(room.course.id));
  const threads = await inboxOf(room.classmate);
  expect(threads.map(({ notices }) => notices.map(({ author }) => author))).toMatchObject([
    [{ id: there.voice.key, name: there.voice.name }],
    [{ id: here.voice.key, name: here.voice.name }],
  ]);
  expectUnnamed(threads);

  await reply(room.instructor.id, here.id, "Let us see.");
  await postComment(room.author.id, here.id, {
    ...{ id: v7(), body: bodyOf("Thanks."), isAnonymous: true },
  });
  expect(await inboxOf(room.instructor)).toMatchObject([
    { notices: [{ author: { name: "Ada" } }] },
  ]);
});

test("a mail has the pseudonym", async () => {
  const { voice } = await whisper();
  await age(3);
  const now = new Date();
  for (const job of await listMailJobs(now)) if (job.what !== "summary") await mail(job, now);
  const ofBen = letters.filter(({ to }) => JSON.stringify(to).includes(room.classmate.email));
  expect(ofBen).toHaveLength(1);
  expect(ofBen[0]?.text).toContain(voice.name);
  expect(ofBen[0]?.html).toContain(voice.name);
  expectUnnamed(ofBen);
});

test("a feed has the pseudonym of each reading", async () => {
  const here = await whisper();
  const there = await whisper(await createAssignment(room.course.id));
  await rotateFeed(room.assistant.id, { courseId: room.course.id });
  const { feedSecret } = await getCourse(room.assistant.id, room.course.id);
  const feed = await getCourseFeed(feedSecret ?? "");
  const names = [there.voice.name, "Ben", there.voice.name, here.voice.name, "Ben"];
  expect(feed.entries.map(({ author }) => author)).toEqual([...names, here.voice.name]);
  expectUnnamed(feed);
});

test("who follows a person does not hear of it, and who muted them hears as all others", async () => {
  await followPerson(room.assistant.id, room.author.id, true);
  await muteVoice(room.classmate.id, room.author.id, true);
  const { id, voice } = await whisper();
  expect(await toldOf(room.assistant, room.assignment.id)).toEqual([]);
  expect(await toldOf(room.classmate, room.assignment.id)).toEqual(["REPLY"]);

  await muteVoice(room.classmate.id, voice.key, true);
  const body = bodyOf("Still here.");
  await postComment(room.author.id, id, { id: v7(), body, isAnonymous: true });
  expect(await toldOf(room.classmate, room.assignment.id)).toEqual(["REPLY"]);
});
