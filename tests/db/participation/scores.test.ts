import { beforeEach, describe, expect, test } from "vitest";

import { hideComment } from "@/lib/annotations/moderation";
import { removeComment } from "@/lib/annotations/removal";
import { getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { getCell } from "@/lib/participation/cell";
import { answerContest, contestScore } from "@/lib/participation/contests";
import { editAssignment, getSettings } from "@/lib/participation/editing";
import { exportGradebook } from "@/lib/participation/export";
import { extendDates, listExtensions } from "@/lib/participation/extensions";
import { forecastSettings } from "@/lib/participation/forecast";
import { CELL, getColumns, getGradebook } from "@/lib/participation/gradebook";
import {
  giveFeedback,
  overrideScore,
  releaseScores,
  withdrawScore,
} from "@/lib/participation/grading";
import { importOverrides } from "@/lib/participation/import";
import { listScoringPosts } from "@/lib/participation/posts";
import { getProgress } from "@/lib/participation/progress";
import { archive, type Classroom, openClassroom, VIEWERS } from "../../support/classroom";
import { annotate, createMember, reply } from "../../support/factories";
import { expectOf, RULES, settingsOf } from "../../support/grading";
import { allowAnonymity } from "../../support/groups";
import { outcomeOf } from "../../support/outcome";
import { countQueries } from "../../support/queries";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
  await expectOf(room.assignment.id, room.instructor.id);
});

const LONG = "A fox is quick.";

/** Ada's cell, as the staff see it. */
function cell() {
  const { instructor, assignment, author } = room;
  return getCell(instructor.id, { assignmentId: assignment.id, userId: author.id });
}

function place() {
  return { assignmentId: room.assignment.id, userId: room.author.id };
}

async function override(points: number | null, reason = "A fine conversation.") {
  const { version } = await cell();
  await overrideScore(room.instructor.id, { ...place(), version, points, reason });
}

function release() {
  return releaseScores(room.instructor.id, { assignmentId: room.assignment.id, groupId: null });
}

/** A file of a generator. */
async function fileOf(pieces: AsyncGenerator<string>): Promise<string> {
  let file = "";
  for await (const piece of pieces) file += piece;
  return file;
}

describe("the posts behind a score", () => {
  test("are those that others can see, each with its kind and its place in the text", async () => {
    const { author, classmate, assignment } = room;
    await annotate(author.id, assignment, "lazy", { says: LONG });
    const asked = await annotate(classmate.id, assignment, "fox", { says: "?", kind: "QUESTION" });
    await reply(author.id, asked.id, "It is a fox.");
    await reply(classmate.id, asked.id, "My own answer.");
    const posts = await listScoringPosts([assignment.id], {});
    expect(posts.get(`${assignment.id} ${author.id}`)).toMatchObject([
      { kind: "comment", isAnswer: false, words: 4, state: "shown" },
      { kind: "reply", isAnswer: true, words: 4 },
    ]);
    expect(posts.get(`${assignment.id} ${classmate.id}`)).toMatchObject([
      { kind: "question", isAnswer: false },
      { kind: "reply", isAnswer: false },
    ]);
    const [first] = posts.get(`${assignment.id} ${author.id}`) ?? [];
    expect(first?.place).toBeCloseTo(assignment.text.indexOf("lazy") / assignment.text.length);
  });

  test("are never notes for oneself or marks without words, and staff do not find them", async () => {
    const { author, instructor, assignment } = room;
    const note = await annotate(author.id, assignment, "lazy", { says: LONG, audience: "ONLY_ME" });
    await reply(author.id, note.id, "A secret thought.");
    await annotate(author.id, assignment, "fox");
    const { breakdown } = await cell();
    expect(breakdown).toMatchObject({ points: 0, posts: [] });
    expect((await getProgress(author.id, assignment.id)).breakdown.posts).toEqual([]);
    const { columns } = await getGradebook(instructor.id, room.course.id);
    expect(columns[0]?.cells).toEqual([
      [0, 0],
      [0, 0],
    ]);
    // Nor once it is deleted: nobody is to learn that it was there.
    await removeComment(author.id, note.comments[0]!.id, 1);
    expect((await cell()).breakdown.posts).toEqual([]);
  });

  test("that are deleted are named as deleted, without words, also to their author", async () => {
    const { author, classmate, assignment } = room;
    const thread = await annotate(author.id, assignment, "lazy", { says: "A word to regret." });
    await reply(classmate.id, thread.id, "Why?");
    await removeComment(author.id, thread.comments[0]!.id, 1);
    const shown = [
      (await cell()).breakdown,
      (await getProgress(author.id, assignment.id)).breakdown,
    ];
    for (const { posts, points } of shown) {
      expect(points).toBe(0);
      expect(posts).toMatchObject([
        { reason: "deleted", words: null, quote: null, threadId: null },
      ]);
    }
    expect(JSON.stringify(shown)).not.toContain("regret");
  });

  test("that are hidden do not count, and say so", async () => {
    const { author, instructor, assignment } = room;
    const { comments } = await annotate(author.id, assignment, "lazy", { says: LONG });
    expect((await cell()).points).toBe(3);
    await hideComment(instructor.id, comments[0]!.id, { reason: "Unkind." });
    expect(await cell()).toMatchObject({ points: 0, breakdown: { posts: [{ reason: "hidden" }] } });
  });
});

describe("a student's own progress", () => {
  test("is the staff's panel, and says what one more post would change", async () => {
    const { author, assignment } = room;
    await annotate(author.id, assignment, "lazy", { says: LONG });
    const mine = await getProgress(author.id, assignment.id);
    expect(mine.breakdown).toEqual((await cell()).breakdown);
    expect(mine).toMatchObject({ released: null, breakdown: { points: 3, version: 1 } });
    expect(mine.changes).toMatchObject([
      { next: "comment", points: 3, completes: false },
      { next: "question", points: 3 },
      { next: "reply", points: 4, completes: true },
      { next: "answer", points: 4, completes: true },
    ]);
  });

  test("keeps what the staff decided until it is released, and what was told from then on", async () => {
    const { author, assignment } = room;
    await annotate(author.id, assignment, "lazy", { says: LONG });
    await override(9);
    const { version } = await cell();
    const feedback = { ...place(), version, feedback: "Well asked." };
    await giveFeedback(room.assistant.id, feedback);
    const before = JSON.stringify(await getProgress(author.id, assignment.id));
    expect(before).not.toMatch(/Well asked|fine conversation/);

    expect(await release()).toBe(2);
    const told = { points: 9, maximum: 10, version: 1, feedback: "Well asked." };
    expect(await getProgress(author.id, assignment.id)).toMatchObject({
      released: told,
      tellings: [{ before: null, after: 9, reason: "A fine conversation." }],
    });
    await override(4, "A mistake.");
    expect((await getProgress(author.id, assignment.id)).released).toMatchObject(told);
    expect(await cell()).toMatchObject({ hasMoved: true, points: 4, released: { points: 9 } });
    expect(await release()).toBe(1);
    expect(await release()).toBe(0);
    const { released, tellings } = await getProgress(author.id, assignment.id);
    expect(released?.points).toBe(4);
    expect(tellings).toMatchObject([{ before: 9, after: 4, reason: "A mistake." }, { after: 9 }]);

    await withdrawScore(room.instructor.id, place());
    expect(await getProgress(author.id, assignment.id)).toMatchObject({ released: null });
    const acts = (await cell()).changes.map(({ act }) => act);
    expect(acts).toEqual([
      ...["WITHDRAWN", "RELEASED", "OVERRIDDEN", "RELEASED", "FEEDBACK", "OVERRIDDEN"],
    ]);
  });

  test("can be asked about once at a time, and is answered in its place", async () => {
    const { author, instructor, assignment } = room;
    const ask = { assignmentId: assignment.id, reason: "My reply counts?" };
    await contestScore(author.id, ask);
    const again = contestScore(author.id, ask);
    await expect(again).rejects.toMatchObject({ key: "contestWaits" });
    const [waiting] = (await cell()).contests;
    expect(waiting).toMatchObject({ reason: "My reply counts?", answer: null });
    const answer = { contestId: waiting!.id, answer: "It is too short." };
    expect(await outcomeOf(answerContest(author.id, answer))).toBe("Forbidden");
    expect(await outcomeOf(answerContest(room.classmate.id, answer))).toBe("NotFound");
    await answerContest(instructor.id, answer);
    expect(await outcomeOf(answerContest(instructor.id, answer))).toBe("Conflict");
    expect((await getProgress(author.id, assignment.id)).contests).toMatchObject([
      { answer: "It is too short.", answeredBy: "Teacher" },
    ]);
  });
});

describe("who comes before whose score", () => {
  const STAFF = ["instructor", "assistant"];
  const here = () => ({ ...place(), version: 0 });
  const THINGS: Record<string, [(viewerId: string) => Promise<unknown>, readonly string[]]> = {
    "the gradebook": [(id) => getGradebook(id, room.course.id), STAFF],
    "a column": [(id) => getColumns(id, room.course.id, [room.assignment.id]), STAFF],
    "its file": [(id) => exportGradebook(id, room.course.id, { format: "plain" }), STAFF],
    "Ada's cell": [(id) => getCell(id, place()), STAFF],
    "Ada's override": [
      (id) => overrideScore(id, { ...here(), points: 1, reason: "Because." }),
      STAFF,
    ],
    "Ada's feedback": [(id) => giveFeedback(id, { ...here(), feedback: "Good." }), STAFF],
    "a release": [(id) => releaseScores(id, { ...place(), groupId: null }), STAFF],
    "other dates": [
      (id) =>
        extendDates(id, { ...place(), groupId: "", dueAt: "2030-01-01T00:00", closesAt: null }),
      STAFF,
    ],
    "the list of other dates": [(id) => listExtensions(id, room.assignment.id), STAFF],
    "an import": [
      (id) =>
        importOverrides(id, {
          courseId: room.course.id,
          file: `email,assignment,points,reason\n${room.author.email},${room.assignment.title},1,x`,
        }),
      STAFF,
    ],
    "the settings": [(id) => getSettings(id, room.assignment.id), ["instructor"]],
    "a forecast": [
      (id) => forecastSettings(id, room.assignment.id, settingsOf(RULES)),
      ["instructor"],
    ],
    "own progress": [(id) => getProgress(id, room.assignment.id), ["author", "classmate"]],
  };

  for (const [thing, [work, allowed]] of Object.entries(THINGS)) {
    test.each(VIEWERS)(`${thing}: %s`, async (name) => {
      const outcome = await outcomeOf(work(room.people[name].id));
      if (allowed.includes(name)) expect(outcome).toBe("done");
      else expect(["NotFound", "Forbidden"]).toContain(outcome);
    });
  }

  test("of an archived course nothing is changed, and everything read", async () => {
    await archive(room.course.id);
    const { instructor, author } = room;
    await cell();
    await getProgress(author.id, room.assignment.id);
    const late = [
      outcomeOf(overrideScore(instructor.id, { ...here(), points: 1, reason: "Because." })),
      outcomeOf(release()),
      outcomeOf(contestScore(author.id, { assignmentId: room.assignment.id, reason: "?" })),
    ];
    expect(await Promise.all(late)).toEqual(["Forbidden", "Forbidden", "Forbidden"]);
  });

  test("a pseudonym hides nothing from the staff, and shows nothing to classmates", async () => {
    const { author, classmate, assignment } = room;
    await allowAnonymity(assignment.id);
    const { id } = await annotate(author.id, assignment, "lazy", { says: LONG });
    await db.comment.updateMany({ where: { annotationId: id }, data: { isAnonymous: true } });
    expect((await cell()).points).toBe(3);
    const theirs = await getProgress(classmate.id, assignment.id);
    expect(JSON.stringify(theirs)).not.toMatch(new RegExp(`${author.id}|${author.name}|${id}`));
  });
});

describe("the gradebook", () => {
  test("says of each cell what it is", async () => {
    const { author, classmate, instructor, assignment, course } = room;
    const { id } = await annotate(author.id, assignment, "lazy", { says: LONG });
    await reply(author.id, id, "One more word.");
    await release();
    await override(8);
    await contestScore(classmate.id, { assignmentId: assignment.id, reason: "Why none?" });
    const { students, columns } = await getGradebook(instructor.id, course.id);
    expect(students.map(({ name }) => name)).toEqual(["Ada", "Ben"]);
    const ada = CELL.overridden + CELL.released + CELL.moved + CELL.complete + CELL.active;
    expect(columns[0]?.cells).toEqual([
      [8, ada],
      [0, CELL.contested + CELL.released],
    ]);
  });

  test("asks as many questions for many students and assignments as for few", async () => {
    const { instructor, course, assignment } = room;
    const read = () => getColumns(instructor.id, course.id, [assignment.id]);
    const few = await countQueries(read);
    await Promise.all(Array.from({ length: 20 }, () => createMember(course.id)));
    expect(await countQueries(read)).toBe(few);
  });

  test("is a file without formulas for three systems", async () => {
    const { instructor, course } = room;
    const evil = await createMember(course.id, "STUDENT", "=HYPERLINK(1)");
    const files = await Promise.all(
      (["canvas", "moodle", "plain"] as const).map(async (format) =>
        fileOf(await exportGradebook(instructor.id, course.id, { format })),
      ),
    );
    const [canvas, moodle, plain] = files.map((file) => file.slice(1).split("\r\n"));
    expect(canvas?.slice(0, 2)).toEqual([
      "Student,ID,SIS User ID,SIS Login ID,Section,The Fox and the Dog",
      "Points Possible,,,,,10",
    ]);
    expect(canvas).toContain(`'=HYPERLINK(1),,,${evil.email},,0`);
    expect(moodle?.[0]).toBe("Email address,Full name,Groups,The Fox and the Dog");
    expect(plain?.[0]).toBe("Name,Email,Group,The Fox and the Dog (10)");
    expect(plain).toHaveLength(5);
  });

  test("takes overrides from a file, all or none", async () => {
    const { instructor, course, author, classmate, assignment } = room;
    const { title } = assignment;
    const head = "Email,Assignment,Points,Reason";
    const take = (...lines: string[]) =>
      importOverrides(instructor.id, { courseId: course.id, file: [head, ...lines].join("\n") });
    const good = `${author.email.toUpperCase()},${title},"7,5",Oral exam`;
    const wrong = await take(
      good,
      `nobody@example.edu,${title},1,x`,
      `${classmate.email},Another,1,x`,
      `${classmate.email},${title},lots,x`,
      `${classmate.email},${title},1001,x`,
      `${classmate.email},${title},1,`,
      good,
    );
    expect(wrong.problems).toEqual([
      { line: 3, problem: "person" },
      { line: 4, problem: "assignment" },
      { line: 5, problem: "points" },
      { line: 6, problem: "tooMany" },
      { line: 7, problem: "reason" },
      { line: 8, problem: "twice" },
    ]);
    expect(await db.score.count({ where: { assignmentId: assignment.id } })).toBe(0);
    expect(await take(good)).toEqual({ changed: 1, problems: [] });
    expect(await cell()).toMatchObject({
      override: { points: 7.5, reason: "Oral exam" },
      released: null,
      changes: [{ act: "OVERRIDDEN", after: 7.5, by: "Teacher" }],
    });
    const none = importOverrides(instructor.id, { courseId: course.id, file: "a,b\n1,2" });
    await expect(none).rejects.toMatchObject({ key: "csvColumns" });
  });

  test("lets nobody decide on what somebody else has decided meanwhile", async () => {
    const decision = { ...place(), version: 0, points: 5, reason: "Because." };
    await overrideScore(room.instructor.id, decision);
    expect(await outcomeOf(overrideScore(room.assistant.id, decision))).toBe("Stale");
    expect((await cell()).points).toBe(5);
  });
});

describe("other rules and dates", () => {
  const edit = (settings: ReturnType<typeof settingsOf>, isSeen = false) =>
    editAssignment(room.instructor.id, { assignmentId: room.assignment.id, isSeen, settings });

  test("are a new version, and show whose score they move before they are saved", async () => {
    const { author, instructor, assignment } = room;
    await annotate(author.id, assignment, "lazy", { says: LONG });
    const strict = settingsOf({ ...RULES, wordMinimum: 50 });
    expect(await forecastSettings(instructor.id, assignment.id, strict)).toMatchObject({
      ...{ active: 1, students: 2, gains: 0, loses: 1 },
      changed: [{ name: "Ada", before: 3, after: 0 }],
    });
    const unseen = edit(strict);
    await expect(unseen).rejects.toMatchObject({ key: "changeUnseen" });
    expect((await getSettings(instructor.id, assignment.id)).version).toBe(1);
    await edit(strict, true);
    expect((await cell()).breakdown).toMatchObject({ version: 2, points: 0 });
    // The same again is no other version.
    await edit(strict);
    expect((await getSettings(instructor.id, assignment.id)).version).toBe(2);
  });

  test("move nothing that was released", async () => {
    const { author, assignment } = room;
    await annotate(author.id, assignment, "lazy", { says: LONG });
    await release();
    await edit(settingsOf({ ...RULES, points: 100 }), true);
    const { released, breakdown } = await getProgress(author.id, assignment.id);
    expect(released).toMatchObject({ points: 3, maximum: 10, version: 1 });
    expect(breakdown).toMatchObject({ points: 30, version: 2 });
  });

  test("for one person or group hold for them, and reach what they may still write", async () => {
    const { author, classmate, instructor, assignment } = room;
    await edit(
      settingsOf(RULES, { dueAt: "2026-01-01T12:00", closesAt: "2026-01-02T12:00" }),
      true,
    );
    const canDiscuss = async (id: string) =>
      (await getAssignmentViewer(id, assignment.id, { now: new Date("2026-01-03T00:00:00Z") })).can
        .discuss;
    expect([await canDiscuss(author.id), await canDiscuss(instructor.id)]).toEqual([false, true]);
    const dates = { dueAt: "2026-01-05T12:00", closesAt: null };
    await extendDates(instructor.id, { ...place(), groupId: "", ...dates });
    expect([await canDiscuss(author.id), await canDiscuss(classmate.id)]).toEqual([true, false]);
    expect((await cell()).dates).toEqual({
      dueAt: "2026-01-05T12:00:00.000Z",
      closesAt: "2026-01-05T12:00:00.000Z",
    });
    await extendDates(instructor.id, { ...place(), groupId: "", dueAt: null, closesAt: null });
    expect(await listExtensions(instructor.id, assignment.id)).toEqual([]);
  });
});
