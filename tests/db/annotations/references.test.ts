import sharp from "sharp";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";

import { editComment, postComment } from "@/lib/annotations/comments";
import { addCommentImage, getCommentImage } from "@/lib/annotations/images";
import { listMentionable, listMentionableInNew } from "@/lib/annotations/mentions";
import { hideComment } from "@/lib/annotations/moderation";
import { listTags } from "@/lib/annotations/tags";
import { db } from "@/lib/db";
import { Invalid, NotFound } from "@/lib/errors";
import { annotate } from "../../support/factories";
import { type DividedClassroom, openDividedClassroom } from "../../support/groups";

let room: DividedClassroom;

beforeEach(async () => {
  room = await openDividedClassroom();
});

const saying = (...content: object[]) => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "See " }, ...content] }],
});
const tag = (name: string) => ({ type: "tag", attrs: { name } });
const mention = (id: string) => ({ type: "mention", attrs: { id, label: "whoever" } });

function post(userId: string, annotationId: string, body: object) {
  return postComment(userId, annotationId, { id: v7(), body });
}

const talk = (audience: "COURSE" | "GROUP" | "INSTRUCTORS" | "ONLY_ME" = "COURSE") =>
  annotate(room.author.id, room.assignment, "fox", { says: "Why?", audience });

describe("tags", () => {
  test("are kept beside the words, as the last edit has them", async () => {
    const { id } = await talk();
    const made = await post(room.author.id, id, saying(tag("foxes"), tag("fables"), tag("foxes")));
    const namesOf = async () =>
      (await db.commentTag.findMany({ where: { commentId: made.id } })).map(({ name }) => name);
    expect((await namesOf()).sort()).toEqual(["fables", "foxes"]);
    await editComment(room.author.id, made.id, 1, { body: saying(tag("dogs")) });
    expect(await namesOf()).toEqual(["dogs"]);
  });

  test("are offered by how often they stand where one can read", async () => {
    const [open, own] = [await talk(), await talk("ONLY_ME")];
    await post(room.author.id, open.id, saying(tag("fox"), tag("fable")));
    await post(room.classmate.id, open.id, saying(tag("fable")));
    const { id } = await post(room.author.id, open.id, saying(tag("fib")));
    await hideComment(room.instructor.id, id, { reason: "Rude." });
    await post(room.author.id, own.id, saying(tag("fear")));
    const offered = async (userId: string) =>
      (await listTags(userId, room.assignment.id, { q: "#F" })).tags.map(({ name }) => name);
    expect(await offered(room.classmate.id)).toEqual(["fable", "fox"]);
    expect((await offered(room.author.id)).sort()).toEqual(["fable", "fear", "fib", "fox"]);
    expect(await offered(room.instructor.id)).not.toContain("fear");
  });

  test("are the course's own where it wants that, and ten at most", async () => {
    const { id } = await talk();
    const names = Array.from({ length: 11 }, (_, at) => tag(`t${at}`));
    await expect(post(room.author.id, id, saying(...names))).rejects.toThrow(Invalid);
    await db.course.update({
      where: { id: room.course.id },
      data: { tagsOnly: true, tags: { create: { name: "style" } } },
    });
    await post(room.author.id, id, saying(tag("style")));
    const refused = post(room.author.id, id, saying(tag("style"), tag("fable")));
    await expect(refused).rejects.toMatchObject({
      key: "tagUnknown",
      details: { values: { tag: "fable" } },
    });
    const { tags, tagsOnly } = await listTags(room.author.id, room.assignment.id, { q: "" });
    expect([tagsOnly, tags]).toEqual([
      true,
      [{ name: "style", isOfCourse: true, commentCount: 1 }],
    ]);
  });
});

describe("mentions", () => {
  test("are of people who can see the thread, under the name that they have", async () => {
    const { id } = await talk();
    const body = saying(mention(room.classmate.id), mention(room.instructor.id));
    const made = await post(room.author.id, id, body);
    expect(JSON.stringify(made.body)).not.toContain("whoever");
    const { text } = await db.comment.findUniqueOrThrow({ where: { id: made.id } });
    expect(text).toBe("See @Ben@Teacher");
    const stored = await db.mention.findMany({ where: { commentId: made.id } });
    expect(stored.map(({ userId }) => userId).sort()).toEqual(
      [room.classmate.id, room.instructor.id].sort(),
    );
  });

  test.each([
    ["COURSE", ["author", "mate", "classmate", "other", "instructor", "assistant"]],
    ["GROUP", ["author", "mate", "instructor", "assistant"]],
    ["INSTRUCTORS", ["author", "instructor", "assistant"]],
    ["ONLY_ME", ["author"]],
  ] as const)(
    "in a thread for %s are of %j, as the list offers them",
    async (audience, allowed) => {
      const { id } = await talk(audience);
      for (const [name, person] of Object.entries(room.people)) {
        const posting = post(room.author.id, id, saying(mention(person.id)));
        if ((allowed as readonly string[]).includes(name)) await posting;
        else await expect(posting).rejects.toMatchObject({ key: "mentionUnseen" });
      }
      const others = allowed.filter((name) => name !== "author");
      const names = others.map((name) => room.people[name].name).sort();
      const offered = await listMentionable(room.author.id, id, { q: "" });
      expect(offered.map(({ name }) => name).sort()).toEqual(names);
      const inNew = await listMentionableInNew(room.author.id, room.assignment.id, {
        ...{ q: "", audience },
      });
      expect(inNew.map(({ name }) => name).sort()).toEqual(names);
    },
  );

  test("are found by a part of the name, and by nobody outside", async () => {
    const { id } = await talk();
    const found = await listMentionable(room.author.id, id, { q: "teach" });
    expect(found).toEqual([{ id: room.instructor.id, name: "Teacher" }]);
    await expect(listMentionable(room.stranger.id, id, { q: "" })).rejects.toThrow(NotFound);
  });
});

describe("an image", () => {
  const picture = () =>
    sharp({ create: { width: 8, height: 8, channels: 3, background: "#b03a2e" } })
      .png()
      .toBuffer();
  const showing = (id: string) => ({
    type: "doc",
    content: [{ type: "image", attrs: { id, alt: "A fox." } }],
  });

  test("is its writer's until it is posted, then for whoever can read the comment", async () => {
    const { id } = await talk();
    const image = await addCommentImage(room.author.id, room.assignment.id, await picture());
    await getCommentImage(room.author.id, image.id);
    await expect(getCommentImage(room.classmate.id, image.id)).rejects.toThrow(NotFound);
    const made = await post(room.author.id, id, showing(image.id));
    expect((await getCommentImage(room.classmate.id, image.id)).type).toBe("image/webp");
    await expect(getCommentImage(room.stranger.id, image.id)).rejects.toThrow(NotFound);
    await hideComment(room.instructor.id, made.id, { reason: "Off topic." });
    await expect(getCommentImage(room.classmate.id, image.id)).rejects.toThrow(NotFound);
    expect(await db.commentImage.findUnique({ where: { id: image.id } })).toMatchObject({
      ...{ commentId: made.id, alt: "A fox." },
    });
  });

  test("can be shown by nobody else, and in no other comment", async () => {
    const { id } = await talk();
    const image = await addCommentImage(room.author.id, room.assignment.id, await picture());
    await expect(post(room.classmate.id, id, showing(image.id))).rejects.toThrow(Invalid);
    const made = await post(room.author.id, id, showing(image.id));
    await editComment(room.author.id, made.id, 1, { body: showing(image.id) });
    await expect(post(room.author.id, id, showing(image.id))).rejects.toThrow(Invalid);
  });
});
