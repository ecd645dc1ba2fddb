import { beforeEach, describe, expect, test, vi } from "vitest";

import { removeComment } from "@/lib/annotations/removal";
import { rotateFeed } from "@/lib/courses/mutations";
import { getCourse } from "@/lib/courses/queries";
import { db } from "@/lib/db";
import { Forbidden, NotFound } from "@/lib/errors";
import { getCourseFeed } from "@/lib/notifications/feed";
import { respondAtom } from "@/lib/server/atom";
import type { Prisma } from "@/prisma/generated/client";
import { archive, type Classroom, openClassroom } from "../../support/classroom";
import { annotate, createAssignment, reply } from "../../support/factories";

// Words of a request of Next's.
vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("next-intl");
  const { default: messages } = await import("@/messages/en.json");
  return {
    getTranslations: async (namespace: "feed") =>
      createTranslator({ locale: "en", messages, namespace }),
  };
});

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
  await rotateFeed(room.assistant.id, { courseId: room.course.id });
});

async function secretOf() {
  return (await getCourse(room.assistant.id, room.course.id)).feedSecret ?? "";
}

async function entries() {
  return (await getCourseFeed(await secretOf())).entries;
}

async function answer(given: Record<string, string> = {}) {
  const request = new Request("https://postil.example.edu/feeds/x", { headers: given });
  return respondAtom(request, await getCourseFeed(await secretOf()));
}

describe("a course's feed", () => {
  test("has what is written for all of it, the latest first", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
    await reply(room.classmate.id, id, "Because.");
    expect(await entries()).toMatchObject([
      { author: "Ben", words: "Because.", quote: "", annotationId: id },
      { author: "Ada", words: "Why?", quote: "fox", annotationId: id },
    ]);
  });

  test("has nothing that is for fewer people, nor of a text that has not opened", async () => {
    for (const audience of ["ONLY_ME", "INSTRUCTORS"] as const) {
      await annotate(room.author.id, room.assignment, "fox", { says: "Hush.", audience });
    }
    const group = await db.group.create({
      data: { courseId: room.course.id, name: "Monday", position: 1 },
    });
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "Ours." });
    await db.annotation.update({ where: { id }, data: { audience: "GROUP", groupId: group.id } });
    const opensAt = new Date(Date.now() + 60_000);
    const later = await createAssignment(room.course.id, { opensAt });
    await annotate(room.instructor.id, later, "fox", { says: "Not yet." });
    expect(await entries()).toEqual([]);
  });

  test.each([
    ["hidden", { hiddenAt: new Date() }],
    ["held", { heldAt: new Date() }],
    ["deleted", { deletedAt: new Date() }],
  ] as const)("has nothing that is %s", async (_, state: Prisma.CommentUpdateInput) => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
    const { id: commentId } = await reply(room.classmate.id, id, "Because.");
    await db.comment.update({ where: { id: commentId }, data: state });
    expect((await entries()).map(({ words }) => words)).toEqual(["Why?"]);
  });

  test("has no private reply, and no thread that is held", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
    const { id: commentId } = await reply(room.instructor.id, id, "Between us.");
    await db.comment.update({
      where: { id: commentId },
      data: { privateToId: room.author.id },
    });
    expect(await entries()).toHaveLength(1);
    await db.annotation.update({ where: { id }, data: { heldAt: new Date() } });
    expect(await entries()).toEqual([]);
  });

  test("is Atom with words as text, and is not sent again unchanged", async () => {
    const { comments } = await annotate(room.author.id, room.assignment, "fox", {
      says: "A <b> & ]]>",
    });
    const first = await answer();
    const xml = await first.text();
    expect(first.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    expect(xml).toContain("<name>Ada</name>");
    expect(xml).not.toContain("<b>");
    const etag = first.headers.get("etag") ?? "";
    expect((await answer({ "if-none-match": etag })).status).toBe(304);

    await removeComment(room.author.id, comments[0]!.id, comments[0]!.version);
    expect((await answer({ "if-none-match": etag })).status).toBe(200);
  });
});

describe("its address", () => {
  test("leads nowhere once it was replaced, or the feed has ended", async () => {
    const old = await secretOf();
    await rotateFeed(room.instructor.id, { courseId: room.course.id });
    await expect(getCourseFeed(old)).rejects.toThrow(NotFound);
    const present = await secretOf();
    await rotateFeed(room.instructor.id, { courseId: room.course.id }, { isEnding: true });
    await expect(getCourseFeed(present)).rejects.toThrow(NotFound);
    expect(await secretOf()).toBe("");
  });

  test("is shown to and made by the staff alone, in a course that goes on", async () => {
    const { id: courseId } = room.course;
    expect((await getCourse(room.author.id, courseId)).feedSecret).toBeNull();
    await expect(rotateFeed(room.author.id, { courseId })).rejects.toThrow(Forbidden);
    for (const person of [room.stranger, room.removed, room.nobody]) {
      await expect(rotateFeed(person.id, { courseId })).rejects.toThrow(NotFound);
    }
    await archive(courseId);
    await expect(rotateFeed(room.instructor.id, { courseId })).rejects.toThrow(Forbidden);
  });
});
