import "server-only";

import { v7 as newId } from "uuid";

import { describeRange } from "@/lib/anchoring";
import { type CommentBody, parseCommentBody } from "@/lib/editor/comment-schema";
import type { Prisma } from "@/prisma/generated/client";
import type { PersonIds } from "./load";
import type { DemoAnnotation, DemoBlock, DemoComment, DemoMoment } from "./thread";

interface Place {
  assignmentId: string;
  revisionId: string;
  /** The flat text, in which every quote has to be found. */
  text: string;
  people: PersonIds;
  timeOf(moment: DemoMoment): Date;
}

interface Rows {
  annotations: Prisma.AnnotationCreateManyInput[];
  anchors: Prisma.AnchorCreateManyInput[];
  comments: Prisma.CommentCreateManyInput[];
  edits: Prisma.CommentEditCreateManyInput[];
}

/**
 * A conversation as rows of the database.
 *
 * @throws Error when a quote is not in the text, or is there twice
 */
export function rowsOf(conversation: readonly DemoAnnotation[], place: Place): Rows {
  const rows: Rows = { annotations: [], anchors: [], comments: [], edits: [] };
  for (const annotation of conversation) addAnnotation(rows, annotation, place);
  return rows;
}

function addAnnotation(rows: Rows, annotation: DemoAnnotation, place: Place): void {
  const { assignmentId, revisionId, people, timeOf } = place;
  const { kind, audience, quote } = annotation;
  const first = annotation.kind === "HIGHLIGHT" ? annotation : annotation.comments[0];
  const comments = annotation.kind === "HIGHLIGHT" ? [] : annotation.comments;
  const answered = annotation.kind === "HIGHLIGHT" ? undefined : annotation.answered;
  const createdAt = timeOf(first);
  const id = newId({ msecs: createdAt.getTime() });
  const selectors = describeQuote(place.text, quote);
  rows.annotations.push({
    ...{ id, assignmentId, revisionId, kind, audience, createdAt, ...selectors },
    authorId: people[first.by],
    answeredAt: answered ? timeOf(answered) : null,
    commentCount: comments.filter(({ deleted }) => !deleted).length,
  });
  rows.anchors.push({ annotationId: id, revisionId, start: selectors.start, end: selectors.end });
  for (const comment of comments) {
    addComment(rows, comment, { annotationId: id, isOpening: comment === first }, place);
  }
}

function addComment(
  rows: Rows,
  comment: DemoComment,
  thread: { annotationId: string; isOpening: boolean },
  { assignmentId, people, timeOf }: Place,
): void {
  const { by, blocks, edited, deleted } = comment;
  const createdAt = timeOf(comment);
  const id = newId({ msecs: createdAt.getTime() });
  const authorId = people[by];
  rows.comments.push({
    ...{ id, assignmentId, authorId, createdAt, ...thread, ...bodyOf(blocks) },
    editedAt: edited ? timeOf(edited) : null,
    deletedAt: deleted ? timeOf(deleted) : null,
    deletedById: deleted ? authorId : null,
  });
  if (edited) {
    const { body, text } = bodyOf([edited.before]);
    rows.edits.push({ commentId: id, body, text, createdAt: timeOf(edited) });
  }
}

function describeQuote(text: string, quote: string) {
  const start = text.indexOf(quote);
  const isOnlyOne = start !== -1 && text.indexOf(quote, start + 1) === -1;
  if (!isOnlyOne) throw new Error(`not exactly once in the article: ${quote}`);
  return describeRange(text, start, start + quote.length);
}

function bodyOf(blocks: readonly DemoBlock[]) {
  const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
  const content = blocks.map((block) => {
    if (typeof block === "string") return paragraph(block);
    const items = block.list.map((line) => ({ type: "listItem", content: [paragraph(line)] }));
    return { type: "bulletList", content: items };
  });
  const parsed = parseCommentBody({ type: "doc", content } satisfies CommentBody);
  if (parsed.problem !== null) throw new Error(`no comment: ${JSON.stringify(blocks)}`);
  const { body, text, wordCount } = parsed;
  return { body: body as Prisma.InputJsonObject, text, wordCount };
}
