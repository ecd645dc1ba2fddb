import "server-only";

import { v7 as newId } from "uuid";

import { describeRange } from "@/lib/anchoring";
import { type CommentBody, parseCommentBody } from "@/lib/editor/comment-schema";
import type { Prisma } from "@/prisma/generated/client";
import type { PersonIds } from "./load";
import { type DemoResponse, responses } from "./responses";
import type { DemoAnnotation, DemoBlock, DemoComment, DemoMoment } from "./thread";

interface Place {
  assignmentId: string;
  revisionId: string;
  /** The flat text, in which every quote has to be found. */
  text: string;
  people: PersonIds;
  timeOf(moment: DemoMoment): Date;
}

/** The conversation as rows of the database. */
export interface Rows {
  annotations: Prisma.AnnotationCreateManyInput[];
  anchors: Prisma.AnchorCreateManyInput[];
  comments: Prisma.CommentCreateManyInput[];
  edits: Prisma.CommentEditCreateManyInput[];
  votes: Prisma.VoteCreateManyInput[];
  saved: Prisma.SavedCreateManyInput[];
  tags: Prisma.CommentTagCreateManyInput[];
  /** Which comment answered which question: told apart, because the two name each other. */
  answers: { annotationId: string; commentId: string }[];
}

/**
 * A conversation as rows of the database.
 *
 * @throws Error when a quote is not in the text, or is there twice
 */
export function rowsOf(conversation: readonly DemoAnnotation[], place: Place): Rows {
  const rows: Rows = {
    ...{ annotations: [], anchors: [], comments: [], edits: [] },
    ...{ votes: [], saved: [], tags: [], answers: [] },
  };
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
  const response = comments.length > 0 ? responses.find((each) => each.quote === quote) : undefined;
  const selectors = describeQuote(place.text, quote);
  rows.annotations.push({
    ...{ id, assignmentId, revisionId, kind, audience, createdAt, ...selectors },
    authorId: people[first.by],
    answeredAt: answered ? timeOf(answered) : null,
    pinnedAt: response?.pinned ? timeOf(response.pinned) : null,
    commentCount: comments.filter(({ deleted }) => !deleted).length,
  });
  rows.anchors.push({ annotationId: id, revisionId, start: selectors.start, end: selectors.end });
  for (const by of response?.saved ?? []) {
    rows.saved.push({ annotationId: id, userId: people[by], createdAt });
  }
  for (const [index, comment] of comments.entries()) {
    const made = response?.posts.find(({ post }) => post === index) ?? NO_RESPONSE;
    const thread = { annotationId: id, isOpening: comment === first };
    const commentId = addComment(rows, comment, thread, made, place);
    if (response?.answer === index) rows.answers.push({ annotationId: id, commentId });
  }
}

const NO_RESPONSE: DemoResponse["posts"][number] = { post: 0 };

function addComment(
  rows: Rows,
  comment: DemoComment,
  thread: { annotationId: string; isOpening: boolean },
  { votes = [], picked, tags = [] }: DemoResponse["posts"][number],
  { assignmentId, people, timeOf }: Place,
): string {
  const { by, blocks, edited, deleted } = comment;
  const createdAt = timeOf(comment);
  const id = newId({ msecs: createdAt.getTime() });
  const authorId = people[by];
  rows.comments.push({
    ...{ id, assignmentId, authorId, createdAt, ...thread, ...bodyOf(blocks, tags) },
    voteCount: votes.length,
    pickedAt: picked ? timeOf(picked) : null,
    editedAt: edited ? timeOf(edited) : null,
    deletedAt: deleted ? timeOf(deleted) : null,
    deletedById: deleted ? authorId : null,
  });
  if (edited) {
    const { body, text } = bodyOf([edited.before]);
    rows.edits.push({ commentId: id, body, text, createdAt: timeOf(edited) });
  }
  for (const voter of votes) rows.votes.push({ commentId: id, userId: people[voter], createdAt });
  for (const name of tags) rows.tags.push({ commentId: id, assignmentId, name });
  return id;
}

function describeQuote(text: string, quote: string) {
  const start = text.indexOf(quote);
  const isOnlyOne = start !== -1 && text.indexOf(quote, start + 1) === -1;
  if (!isOnlyOne) throw new Error(`not exactly once in the article: ${quote}`);
  return describeRange(text, start, start + quote.length);
}

function bodyOf(blocks: readonly DemoBlock[], tags: readonly string[] = []) {
  const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
  const tagged = tags.map((name) => ({
    type: "paragraph",
    content: [{ type: "tag", attrs: { name } }],
  }));
  const said = blocks.map((block) => {
    if (typeof block === "string") return paragraph(block);
    const items = block.list.map((line) => ({ type: "listItem", content: [paragraph(line)] }));
    return { type: "bulletList", content: items };
  });
  const content = [...said, ...tagged];
  const parsed = parseCommentBody({ type: "doc", content } satisfies CommentBody);
  if (parsed.problem !== null) throw new Error(`no comment: ${JSON.stringify(blocks)}`);
  const { body, text, wordCount } = parsed;
  return { body: body as Prisma.InputJsonObject, text, wordCount };
}
