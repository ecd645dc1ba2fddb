import { randomBytes } from "node:crypto";

import sharp from "sharp";
import { v7 as newId } from "uuid";

import { changeAudience } from "@/lib/annotations/audience";
import { editComment, postComment } from "@/lib/annotations/comments";
import { saveDraft } from "@/lib/annotations/drafts";
import { addCommentImage } from "@/lib/annotations/images";
import { getLiveCursor } from "@/lib/annotations/live";
import { mergeThread } from "@/lib/annotations/merging";
import { hideComment } from "@/lib/annotations/moderation";
import { createAnnotation } from "@/lib/annotations/mutations";
import { saveThread } from "@/lib/annotations/own";
import { removeAnnotation, removeComment } from "@/lib/annotations/removal";
import { voteOn } from "@/lib/annotations/votes";
import { db } from "@/lib/db";
import type { Audience } from "@/prisma/generated/enums";
import { publishText } from "../../../tests/support/drafts";
import { type Assignment, annotationOf, createMember } from "../../../tests/support/factories";
import { allowAnonymity, openDividedClassroom } from "../../../tests/support/groups";
import { wordOf } from "./secrets";

export type Discussion = Awaited<ReturnType<typeof makeDiscussion>>;

/** What every comment says beside its secret, to be searched for. */
export const COMMON_WORD = "puzzle";

/** Made last and for everybody: who hears of it has heard of all that came before. */
export const LAST = "last";

interface Saying {
  isTagged?: boolean;
  imageId?: string;
}

/**
 * A course in which there is one of everything that somebody may be kept from, each with a word of
 * its own in it, made as the application makes it.
 */
export async function makeDiscussion() {
  const room = await openDividedClassroom();
  const { assignment, course, author, classmate, mate, other, instructor } = room;
  const voice = await createMember(course.id, "STUDENT", "Zephyrine Quillfeather");
  const newcomer = await createMember(course.id, "STUDENT", "Newcomer");
  const silent = await createMember(course.id, "STUDENT", "Silent");
  const feedSecret = randomBytes(24).toString("base64url");
  await db.course.update({ where: { id: course.id }, data: { feedSecret } });
  await db.groupMembership.create({ data: { groupId: room.group.id, userId: voice.id } });
  await allowAnonymity(assignment.id);
  const cursor = await getLiveCursor(assignment.id);

  let shown: Pick<Assignment, "revisionId" | "text"> = assignment;
  const comments = new Map<string, string>();
  const formers = new Map<string, string>();
  const images = new Map<string, string>();

  async function begin(
    thing: string,
    { id: userId }: { id: string },
    audience: Audience,
    { isAnonymous = false, ...saying }: Saying & { isAnonymous?: boolean } = {},
  ) {
    const made = annotationOf(shown, "quick brown fox", { says: "", audience });
    const comment = { id: newId(), body: bodyOf(thing, saying) };
    await createAnnotation(userId, assignment.id, { ...made, comment, isAnonymous });
    comments.set(thing, comment.id);
    return { id: made.id, openingId: comment.id };
  }

  async function answer(
    thing: string,
    { id: userId }: { id: string },
    annotationId: string,
    { isAnonymous, privateTo, ...saying }: Saying & AnswerOptions = {},
  ): Promise<string> {
    const id = newId();
    await postComment(userId, annotationId, {
      ...{ id, body: bodyOf(thing, saying), isAnonymous, privateTo },
    });
    comments.set(thing, id);
    return id;
  }

  async function edit(thing: string, { id: userId }: { id: string }, saying: Saying = {}) {
    const commentId = comments.get(thing) ?? "";
    await editComment(userId, commentId, 1, { body: bodyOf(`${thing}Now`, saying) });
    // What it said first is its history by now.
    formers.set(thing, commentId);
    comments.delete(thing);
    comments.set(`${thing}Now`, commentId);
  }

  async function upload(thing: string, { id: userId }: { id: string }): Promise<string> {
    const { id } = await addCommentImage(userId, assignment.id, await picture());
    images.set(thing, id);
    return id;
  }

  const tagged = { isTagged: true };
  const open = await begin("course", author, "COURSE", tagged);
  const imageOfGroup = await upload("group", author);
  const grouped = await begin("group", author, "GROUP", { ...tagged, imageId: imageOfGroup });
  await begin("instructors", author, "INSTRUCTORS", tagged);
  const imageOfOwn = await upload("onlyMe", author);
  const own = await begin("onlyMe", author, "ONLY_ME", { ...tagged, imageId: imageOfOwn });
  await answer("onlyMeReply", author, own.id);
  await begin("staffOnlyMe", instructor, "ONLY_ME");
  const masked = await begin("anonymous", voice, "COURSE", { isAnonymous: true });
  await begin("anonymousGroup", voice, "GROUP", { isAnonymous: true });
  await begin("anonymousInstructors", voice, "INSTRUCTORS", { isAnonymous: true });
  await begin("anonymousOnlyMe", voice, "ONLY_ME", { isAnonymous: true });

  await answer("reply", classmate, open.id);
  await answer("anonymousReply", voice, open.id, { isAnonymous: true });
  await answer("groupReply", mate, grouped.id);
  await answer("edited", classmate, open.id);
  await edit("edited", classmate);
  await answer("hidden", classmate, open.id);
  const imageOfHidden = await upload("hiddenNow", classmate);
  await edit("hidden", classmate, { ...tagged, imageId: imageOfHidden });
  const hiddenId = comments.get("hiddenNow") ?? "";
  await hideComment(instructor.id, hiddenId, { reason: wordOf("hiddenReason") });
  const hider = { thing: "hiddenReason", commentId: hiddenId };
  await answer("deleted", classmate, open.id, tagged);
  await edit("deleted", classmate, tagged);
  await removeComment(classmate.id, comments.get("deletedNow") ?? "", 2);
  const toAuthor = { ...tagged, privateTo: open.openingId };
  const privately = await answer("private", instructor, open.id, toAuthor);
  await answer("privateBack", author, open.id, { privateTo: privately });
  await answer("privateToAnonymous", instructor, masked.id, { privateTo: masked.openingId });
  await answer("privateToAnonymousReply", instructor, open.id, {
    privateTo: comments.get("anonymousReply") ?? "",
  });

  await holdFirstPosts(course.id, true);
  const imageOfHeld = await upload("held", newcomer);
  await begin("held", newcomer, "COURSE", { ...tagged, imageId: imageOfHeld });
  await answer("heldReply", newcomer, open.id);
  await answer("heldAnonymousReply", newcomer, open.id, { isAnonymous: true });
  await holdFirstPosts(course.id, false);

  const gone = await begin("removed", author, "COURSE", tagged);
  await removeAnnotation(author.id, gone.id, 1);
  const narrowed = await begin("narrowed", author, "COURSE", tagged);
  await changeAudience(author.id, narrowed.id, 1, { audience: "ONLY_ME" });
  const double = await begin("merged", other, "COURSE");
  await mergeThread(instructor.id, double.id, { into: open.id });

  const places = new Map([
    ["draft", author.id],
    ["anonymousDraft", voice.id],
  ]);
  for (const [thing, userId] of places) {
    const place = { assignmentId: assignment.id, place: "new" };
    await saveDraft(userId, place, 0, { body: { text: wordOf(thing) } });
  }
  await saveThread(mate.id, open.id, true);
  await voteOn(other.id, open.openingId, true);
  shown = await revise(assignment);
  const last = await begin(LAST, instructor, "COURSE");

  return {
    ...{ assignment, course, cursor, comments, formers, images, hider, voice, last: last.id },
    feedSecret,
    people: { ...room.people, voice, newcomer, silent },
    /** What is somebody's own and nobody else's. */
    own: new Map([...places, ["saved", mate.id], ["vote", other.id]]),
    /** What `own` tells of, by the id that it is told by. */
    keeps: new Map([
      [open.id, "saved"],
      [open.openingId, "vote"],
    ]),
  };
}

/** Gives the course another text to read, so that there is an older one with its notes. */
async function revise({ id, readingId, text }: Assignment) {
  const reading = await db.reading.findUniqueOrThrow({ where: { id: readingId } });
  await publishText(reading.ownerId, readingId, `${text.replaceAll("\n", "\n\n")}\n\nThe end.`);
  const { revision } = await db.assignment.findUniqueOrThrow({
    where: { id },
    select: { revision: { select: { id: true, text: true } } },
  });
  return { revisionId: revision.id, text: revision.text };
}

interface AnswerOptions {
  isAnonymous?: boolean;
  privateTo?: string;
}

function bodyOf(thing: string, { isTagged = false, imageId }: Saying) {
  const word = wordOf(thing);
  const text = { type: "text", text: `${COMMON_WORD} ${word} ` };
  const tag = { type: "tag", attrs: { name: word } };
  const image = { type: "image", attrs: { id: imageId, alt: word } };
  return {
    type: "doc",
    content: [
      { type: "paragraph", content: isTagged ? [text, tag] : [text] },
      ...(imageId === undefined ? [] : [image]),
    ],
  };
}

function picture(): Promise<Buffer> {
  const create = { width: 8, height: 8, channels: 3, background: "#b03a2e" } as const;
  return sharp({ create }).png().toBuffer();
}

async function holdFirstPosts(courseId: string, holdsFirstPosts: boolean): Promise<void> {
  await db.course.update({ where: { id: courseId }, data: { holdsFirstPosts } });
}
