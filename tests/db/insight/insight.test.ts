import { beforeEach, describe, expect, test } from "vitest";

import { hideComment } from "@/lib/annotations/moderation";
import { changeAnnotation } from "@/lib/annotations/mutations";
import { voteOn } from "@/lib/annotations/votes";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { getAssignmentInsight, getCourseInsight } from "@/lib/insight/queries";
import {
  type Assignment,
  annotate,
  createAssignment,
  createCourse,
  createMember,
  createReading,
  type Member,
  reply,
} from "../../support/factories";

let course: { id: string };
let assignment: Assignment;
let [teacher, helper, ada, ben, cleo]: Member[] = [];

beforeEach(async () => {
  course = await createCourse({ timeZone: "Europe/Amsterdam" });
  assignment = await createAssignment(course.id);
  teacher = await createMember(course.id, "INSTRUCTOR", "Grace");
  helper = await createMember(course.id, "ASSISTANT", "Tom");
  [ada, ben, cleo] = [
    await createMember(course.id, "STUDENT", "Ada"),
    await createMember(course.id, "STUDENT", "Ben"),
    await createMember(course.id, "STUDENT", "Cleo"),
  ];
});

const see = () => getAssignmentInsight(teacher!.id, assignment.id);

describe("what an assignment shows of the class", () => {
  test("is for the staff of its course alone", async () => {
    expect((await getAssignmentInsight(helper!.id, assignment.id)).title).toBe(assignment.title);
    const elsewhere = await createMember((await createCourse()).id, "INSTRUCTOR");
    for (const { id } of [ada!, elsewhere]) {
      await expect(getAssignmentInsight(id, assignment.id)).rejects.toThrow(NotFound);
      await expect(getCourseInsight(id, course.id)).rejects.toThrow(NotFound);
    }
  });

  test("counts posts and questions where they lie in the text", async () => {
    const asked = await annotate(ada!.id, assignment, "brown fox", {
      says: "Why brown?",
      kind: "QUESTION",
    });
    await reply(ben!.id, asked.id, "It is autumn.");
    await annotate(ben!.id, assignment, "one eye open");
    const { parts } = await see();
    expect(
      parts.map(({ posts, threads, questions, open }) => [posts, threads, questions, open]),
    ).toEqual([
      [2, 1, 1, 1],
      [0, 1, 0, 0],
    ]);
    expect(parts[0]!.beginning).toBe("The quick brown fox jumps over the lazy dog.");
  });

  test("lists open questions by how many ask them, and names nobody", async () => {
    const ask = (id: string, quote: string) =>
      annotate(id, assignment, quote, { says: `Why ${quote}?`, kind: "QUESTION" });
    await ask(ada!.id, "brown fox");
    const many = await ask(ben!.id, "lazy dog");
    const done = await ask(cleo!.id, "one eye");
    await changeAnnotation(teacher!.id, done.id, done.version, { isAnswered: true });
    for (const { id } of [ada!, cleo!]) {
      await voteOn(id, many.comments[0]!.id, true);
    }
    const { questions, openCount } = await see();
    expect(openCount).toBe(2);
    expect(questions.map(({ quote, words, tooCount }) => [quote, words, tooCount])).toEqual([
      ["lazy dog", "Why lazy dog?", 2],
      ["brown fox", "Why brown fox?", 0],
    ]);
    expect(JSON.stringify(questions)).not.toMatch(/Ada|Ben|Cleo/);
  });

  test("names threads in which several talk, not monologues", async () => {
    const alone = await annotate(ada!.id, assignment, "lazy dog", { says: "Hm." });
    await reply(ada!.id, alone.id, "Hm again.");
    const thread = await annotate(ada!.id, assignment, "brown fox", { says: "Why?" });
    await reply(ben!.id, thread.id, "Because.");
    const { voices } = await see();
    expect(voices.map(({ id, voices, posts }) => [id, voices, posts])).toEqual([[thread.id, 2, 2]]);
  });

  test("knows who has begun by what the staff may read, and nothing of private notes", async () => {
    await annotate(ada!.id, assignment, "brown fox");
    const thread = await annotate(teacher!.id, assignment, "lazy dog", { says: "Read this." });
    await reply(ben!.id, thread.id, "I did.");
    const own = { says: "Mine: #secret", audience: "ONLY_ME" as const };
    await annotate(cleo!.id, assignment, "one eye", own);
    const insight = await see();
    expect([insight.begun, insight.people]).toEqual([2, 3]);
    expect(insight.notBegun).toEqual([{ userId: cleo!.id, name: "Cleo" }]);
    expect(insight.parts.reduce((sum, part) => sum + part.posts, 0)).toBe(2);
    expect(JSON.stringify(insight)).not.toMatch(/Mine|secret/);
    const { assignments, weeks } = await getCourseInsight(teacher!.id, course.id);
    expect(assignments).toMatchObject([{ id: assignment.id, begun: 2, posts: 2, open: 0 }]);
    expect(weeks.reduce((sum, week) => sum + week.posts, 0)).toBe(2);
  });

  test("leaves out what is hidden, and people who left", async () => {
    const thread = await annotate(ada!.id, assignment, "brown fox", {
      says: "Nonsense",
      kind: "QUESTION",
    });
    await hideComment(teacher!.id, thread.comments[0]!.id, { reason: "Off the subject." });
    await db.enrolment.updateMany({ where: { userId: cleo!.id }, data: { status: "REMOVED" } });
    const insight = await see();
    expect(insight.questions).toEqual([]);
    expect(insight.people).toBe(2);
    expect(insight.notBegun.map(({ name }) => name)).toEqual(["Ben"]);
  });
});

describe("the weeks of a course", () => {
  test("begin on its own Mondays, with the silent ones between", async () => {
    const at = async (createdAt: string, id: string) => {
      const { comments } = await annotate(id, assignment, "brown fox", { says: "Now." });
      await db.comment.update({ where: { id: comments[0]!.id }, data: { createdAt } });
    };
    // A Sunday in London is Monday already in Amsterdam.
    await at("2026-03-01T23:30:00Z", ada!.id);
    await at("2026-03-18T12:00:00Z", ada!.id);
    await at("2026-03-19T12:00:00Z", ben!.id);
    const { weeks } = await getCourseInsight(teacher!.id, course.id);
    expect(weeks).toEqual([
      { monday: "2026-03-02", posts: 1, voices: 1 },
      { monday: "2026-03-09", posts: 0, voices: 0 },
      { monday: "2026-03-16", posts: 2, voices: 2 },
    ]);
  });

  test("are none where nothing was said, and a text may be long", async () => {
    const markdown = Array.from({ length: 500 }, (_, line) => `Line ${line} of many.`).join("\n\n");
    const long = await createAssignment(course.id, { reading: await createReading({ markdown }) });
    const { parts } = await getAssignmentInsight(teacher!.id, long.id);
    expect(parts.length).toBeLessThanOrEqual(24);
    expect(parts.length).toBeGreaterThan(20);
    expect((await getCourseInsight(teacher!.id, course.id)).weeks).toEqual([]);
  });
});
