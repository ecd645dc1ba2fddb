import "server-only";

import type { AssignmentViewer } from "@/lib/assignments/queries";
import { db, type Transaction } from "@/lib/db";
import {
  COMMENT_IMAGES_AT_MOST,
  COMMENT_LIMIT,
  type CommentReferences,
  nameMentions,
  parseCommentBody,
} from "@/lib/editor/comment-schema";
import { Invalid } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";
import { findMentioned, type SpokenAt } from "./mentions";

/** A comment, checked, with what is stored beside it. */
export interface CheckedComment {
  /** The columns of the comment itself. */
  words: { body: Prisma.InputJsonObject; text: string; wordCount: number };
  tags: string[];
  /** Accounts of those whom it mentions. */
  mentionedIds: string[];
  images: CommentReferences["images"];
}

const REFUSAL = {
  empty: "bodyMissing",
  tooLong: "bodyTooLong",
  tooDeep: "bodyTooDeep",
  invalid: "bodyInvalid",
} as const;

const TAGS_AT_MOST = 10;
const MENTIONS_AT_MOST = 20;

/**
 * Checks a comment's document against the comment schema, and what it names against the course:
 * only people who can see the place are mentioned, only the course's tags used where it wants
 * that, only images shown that the writer uploaded here.
 *
 * @throws Invalid at `field`
 */
export async function checkComment(
  viewer: AssignmentViewer,
  place: SpokenAt & { commentId: string },
  value: unknown,
  field: string,
): Promise<CheckedComment> {
  const { body, mentions, tags, images } = checkBody(value, field);
  const [mentioned] = await Promise.all([
    requireMentioned(viewer, place, mentions, field),
    requireTags(viewer, tags, field),
    requireImages(viewer, place.commentId, images, field),
  ]);
  const names = new Map([...mentioned].map(([id, { name }]) => [id, name]));
  // The words as they read with everybody's right name, whatever the writer's page called them.
  const named = checkBody(nameMentions(body, names), field);
  return {
    words: { body: named.body, text: named.text, wordCount: named.wordCount },
    tags,
    mentionedIds: [...new Set([...mentioned.values()].map(({ userId }) => userId))],
    images,
  };
}

/** Checks a comment's document against the comment schema alone. @throws Invalid at `field` */
export function checkBody(value: unknown, field: string) {
  const parsed = parseCommentBody(value);
  if (parsed.problem === null) return parsed;
  throw new Invalid(REFUSAL[parsed.problem], { field, values: { maximum: COMMENT_LIMIT } });
}

/** Stores what a comment names, in place of what it named before. */
export async function writeReferences(
  tx: Transaction,
  { commentId, assignmentId }: { commentId: string; assignmentId: string },
  { tags, mentionedIds, images }: CheckedComment,
): Promise<void> {
  await tx.commentTag.deleteMany({ where: { commentId } });
  await tx.mention.deleteMany({ where: { commentId } });
  await tx.commentTag.createMany({ data: tags.map((name) => ({ commentId, assignmentId, name })) });
  await tx.mention.createMany({ data: mentionedIds.map((userId) => ({ commentId, userId })) });
  if (images.length === 0) return;
  const [ids, alts] = [images.map(({ id }) => id), images.map(({ alt }) => alt)];
  await tx.$executeRaw`
    UPDATE comment_image SET comment_id = ${commentId}::uuid, alt = shown.alt
    FROM unnest(${ids}::uuid[], ${alts}::text[]) AS shown (id, alt)
    WHERE comment_image.id = shown.id`;
}

async function requireMentioned(
  viewer: AssignmentViewer,
  place: SpokenAt,
  ids: string[],
  field: string,
) {
  const values = { maximum: MENTIONS_AT_MOST };
  if (ids.length > MENTIONS_AT_MOST) throw new Invalid("mentionsTooMany", { field, values });
  const mentioned = await findMentioned(viewer, place, ids);
  if (ids.some((id) => !mentioned.has(id))) throw new Invalid("mentionUnseen", { field });
  return mentioned;
}

async function requireTags({ courseId }: AssignmentViewer, tags: string[], field: string) {
  const values = { maximum: TAGS_AT_MOST };
  if (tags.length > TAGS_AT_MOST) throw new Invalid("tagsTooMany", { field, values });
  if (tags.length === 0) return;
  const course = await db.course.findUniqueOrThrow({
    where: { id: courseId },
    select: { tagsOnly: true, tags: { where: { name: { in: tags } }, select: { name: true } } },
  });
  const known = new Set(course.tags.map(({ name }) => name));
  const tag = course.tagsOnly ? tags.find((each) => !known.has(each)) : undefined;
  if (tag !== undefined) throw new Invalid("tagUnknown", { field, values: { tag } });
}

async function requireImages(
  { userId, assignmentId }: AssignmentViewer,
  commentId: string,
  images: CommentReferences["images"],
  field: string,
) {
  const values = { maximum: COMMENT_IMAGES_AT_MOST };
  if (images.length > COMMENT_IMAGES_AT_MOST)
    throw new Invalid("imagesInComment", { field, values });
  if (images.length === 0) return;
  const ids = images.map(({ id }) => id);
  const count = await db.commentImage.count({
    where: { id: { in: ids }, userId, assignmentId, OR: [{ commentId: null }, { commentId }] },
  });
  if (count < ids.length) throw new Invalid("imageGone", { field });
}
