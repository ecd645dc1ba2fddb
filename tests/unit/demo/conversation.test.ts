import { describe, expect, test } from "vitest";

import { readArticle } from "@/prisma/demo/article";
import { demoClock } from "@/prisma/demo/clock";
import { conversation } from "@/prisma/demo/conversation";
import { demoAssignment, demoCourse, demoJoined, demoSeen } from "@/prisma/demo/course";
import type { PersonIds } from "@/prisma/demo/load";
import { type DemoPersonKey, demoAccounts, demoPeople } from "@/prisma/demo/people";
import { rowsOf } from "@/prisma/demo/rows";
import type { DemoAnnotation, DemoMoment } from "@/prisma/demo/thread";

const { text } = await readArticle();
const keys = Object.keys(demoPeople) as DemoPersonKey[];
const people = Object.fromEntries(keys.map((key) => [key, `id-of-${key}`])) as PersonIds;

/** A minute after midnight: nothing of the day on which it is loaded has happened yet. */
const now = new Date("2026-10-04T22:01:00Z");
const timeOf = demoClock(now, demoCourse.timeZone);
const rows = rowsOf(conversation, { assignmentId: "a", revisionId: "r", text, people, timeOf });

const threads = conversation.filter((each) => each.kind !== "HIGHLIGHT");
const comments = threads.flatMap((thread) => thread.comments);

function momentsOf(annotation: DemoAnnotation): DemoMoment[] {
  if (annotation.kind === "HIGHLIGHT") return [annotation];
  const posts = annotation.comments.flatMap((comment) => [
    ...[comment, comment.edited, comment.deleted].filter((moment) => moment !== undefined),
  ]);
  return annotation.answered ? [...posts, annotation.answered] : posts;
}

describe("the demo's conversation", () => {
  test("quotes the article, every passage where it stands only once", () => {
    for (const { quote } of conversation) {
      expect([quote, text.split(quote).length - 1]).toEqual([quote, 1]);
    }
    for (const { quote, start, end } of rows.annotations)
      expect(text.slice(start, end)).toBe(quote);
  });

  test("refuses to be loaded on an article that does not say so, or says so twice", () => {
    const place = { assignmentId: "a", revisionId: "r", people, timeOf };
    const [first] = conversation;
    expect(() => rowsOf([first!], { ...place, text: "Another article." })).toThrow("exactly once");
    expect(() => rowsOf([first!], { ...place, text: `${text}\n${text}` })).toThrow("exactly once");
  });

  test("has some thirty annotations of every kind and for every audience", () => {
    expect(conversation.length).toBeGreaterThanOrEqual(30);
    const kinds = new Set(conversation.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["COMMENT", "HIGHLIGHT", "QUESTION"]);
    const audiences = new Set(conversation.map(({ audience }) => audience));
    expect([...audiences].sort()).toEqual(["COURSE", "INSTRUCTORS", "ONLY_ME"]);
  });

  test("has an answered and an unanswered question, a long thread, an edit and a deletion", () => {
    const questions = threads.filter(({ kind }) => kind === "QUESTION");
    expect(questions.some(({ answered }) => answered)).toBe(true);
    expect(questions.some(({ answered }) => !answered)).toBe(true);
    expect(Math.max(...threads.map((thread) => thread.comments.length))).toBeGreaterThanOrEqual(6);
    expect(comments.some(({ edited }) => edited)).toBe(true);
    expect(comments.some(({ deleted }) => deleted)).toBe(true);
  });

  test("has passages that overlap", () => {
    const spans = rows.annotations.map(({ start, end }) => ({ start, end }));
    const overlapping = spans.filter((a) =>
      spans.some((b) => a !== b && a.start < b.end && b.start < a.end),
    );
    expect(overlapping.length).toBeGreaterThanOrEqual(4);
  });

  test("has private notes in which nobody else speaks", () => {
    const notes = threads.filter(({ audience }) => audience === "ONLY_ME");
    expect(notes.length).toBeGreaterThanOrEqual(2);
    for (const note of notes) {
      expect(new Set(note.comments.map(({ by }) => by)).size).toBe(1);
    }
  });

  test("lets only staff answer what a student asked the instructors", () => {
    for (const { audience, comments: posts } of threads) {
      if (audience !== "INSTRUCTORS") continue;
      const [asker, ...others] = posts.map(({ by }) => by);
      const strangers = others.filter((by) => by !== asker && demoPeople[by].role === "STUDENT");
      expect(strangers).toEqual([]);
    }
  });

  test("is nothing that was said in advance: only the due date lies ahead", () => {
    const moments = conversation.flatMap(momentsOf);
    const { readingMadeAt, madeAt, opensAt, dueAt } = demoAssignment;
    const past = [...moments, demoCourse.madeAt, readingMadeAt, madeAt, opensAt];
    past.push(...Object.values(demoJoined), ...Object.values(demoSeen));
    for (const moment of past) expect(timeOf(moment).getTime()).toBeLessThan(now.getTime());
    expect(timeOf(dueAt).getTime()).toBeGreaterThan(now.getTime());
  });

  test("goes forward in time: each post after the one before, edits and answers after them", () => {
    for (const thread of threads) {
      const times = thread.comments.map((comment) => timeOf(comment).getTime());
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
      for (const { edited, deleted, ...comment } of thread.comments) {
        for (const later of [edited, deleted]) {
          if (later) expect(timeOf(later) > timeOf(comment)).toBe(true);
        }
      }
      if (thread.answered) expect(timeOf(thread.answered).getTime()).toBeGreaterThan(times[0]!);
    }
  });

  test("is written by people of the course, after they joined it, and students after it opened", () => {
    for (const { by, ...moment } of comments) {
      const isStudent = demoPeople[by].role === "STUDENT";
      const earliest = timeOf(isStudent ? demoAssignment.opensAt : demoJoined[by]);
      expect(earliest < timeOf(moment)).toBe(true);
    }
    expect(new Set(comments.map(({ by }) => by)).size).toBe(keys.length);
  });
});

describe("its rows", () => {
  test("count the comments that are there, not those that were taken down", () => {
    for (const { id, commentCount, kind } of rows.annotations) {
      const own = rows.comments.filter(({ annotationId }) => annotationId === id);
      expect(commentCount).toBe(own.filter(({ deletedAt }) => !deletedAt).length);
      expect(own.filter(({ isOpening }) => isOpening)).toHaveLength(kind === "HIGHLIGHT" ? 0 : 1);
    }
  });

  test("have ids of version 7 that sort by time, an anchor each, and the words of what was edited", () => {
    const ids = [...rows.annotations, ...rows.comments].map(({ id }) => id);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(new Set(ids).size).toBe(ids.length);
    const inTime = rows.comments.toSorted((a, b) => Number(a.createdAt) - Number(b.createdAt));
    const times = rows.comments.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((c) => c.createdAt);
    expect(times).toEqual(inTime.map(({ createdAt }) => createdAt));
    expect(rows.anchors.map(({ annotationId }) => annotationId)).toEqual(
      rows.annotations.map(({ id }) => id),
    );
    for (const edit of rows.edits) {
      const comment = rows.comments.find(({ id }) => id === edit.commentId);
      expect(comment?.editedAt).toEqual(edit.createdAt);
      expect(comment?.text).not.toBe(edit.text);
    }
  });
});

describe("what the class made of it", () => {
  test("is an answer to a question, votes, a saved and a pinned thread, a pick and tags", () => {
    expect(rows.answers.length).toBeGreaterThanOrEqual(2);
    expect(rows.votes.length).toBeGreaterThan(20);
    expect(rows.saved.length).toBeGreaterThan(2);
    expect(rows.annotations.filter(({ pinnedAt }) => pinnedAt)).toHaveLength(1);
    expect(rows.comments.some(({ pickedAt }) => pickedAt)).toBe(true);
    expect(new Set(rows.tags.map(({ name }) => name)).size).toBeGreaterThan(1);
  });

  test("is what people could do: nobody votes for themselves, and a reply to the question answers it", () => {
    const byId = new Map(rows.comments.map((each) => [each.id, each]));
    for (const { commentId, userId } of rows.votes) {
      expect(byId.get(commentId)?.authorId).not.toBe(userId);
      expect(byId.get(commentId)?.deletedAt).toBeNull();
    }
    for (const { annotationId, commentId } of rows.answers) {
      const question = rows.annotations.find(({ id }) => id === annotationId);
      expect(question?.answeredAt).not.toBeNull();
      expect(byId.get(commentId)).toMatchObject({ annotationId, isOpening: false });
    }
    for (const each of rows.comments) {
      const votes = rows.votes.filter(({ commentId }) => commentId === each.id);
      expect(each.voteCount).toBe(votes.length);
    }
  });
});

describe("its people", () => {
  test("are an instructor, an assistant and eight students", () => {
    const roles = keys.map((key) => demoPeople[key].role).sort();
    expect(roles).toEqual(["ASSISTANT", "INSTRUCTOR", ...Array(8).fill("STUDENT")]);
  });

  test("offer one instructor and two students to sign in as", () => {
    expect(demoAccounts.map(({ label, role }) => [label, role])).toEqual([
      ["Instructor", "INSTRUCTOR"],
      ["Student A", "STUDENT"],
      ["Student B", "STUDENT"],
    ]);
  });
});
