import "server-only";

import type { AssignmentViewer } from "@/lib/assignments/queries";
import { db, type Transaction } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { annotationAbilities } from "./policy";
import {
  type AnnotationView,
  annotationSelect,
  type CommentView,
  commentSelect,
  presentAnnotation,
  presentComment,
} from "./present";

/** A comment with the annotation that it stands under, or an annotation alone. */
export interface PostKey {
  annotationId: string;
  commentId: string | null;
}

/** The same as one of its readers sees it. */
export interface Post {
  viewer: AssignmentViewer;
  annotation: AnnotationView;
  /** Null for an annotation alone. */
  comment: CommentView | null;
  /** The comment's words without their form; empty for an annotation alone. */
  text: string;
}

/**
 * Posts of any number of assignments in the order of their keys, in two queries. What the viewer
 * may not read, or no longer, is left out, whoever found the keys and however.
 */
export async function listPosts(
  viewers: readonly AssignmentViewer[],
  keys: readonly PostKey[],
  tx: Transaction = db,
): Promise<Post[]> {
  const byAssignment = new Map(viewers.map((viewer) => [viewer.assignmentId, viewer]));
  const [annotations, comments] = await Promise.all([
    tx.annotation.findMany({
      where: {
        id: { in: keys.map(({ annotationId }) => annotationId) },
        assignmentId: { in: [...byAssignment.keys()] },
      },
      select: annotationSelectAmong(viewers),
    }),
    tx.comment.findMany({
      where: { id: { in: keys.flatMap(({ commentId }) => commentId ?? []) } },
      select: { ...commentSelectAmong(viewers), text: true },
    }),
  ]);
  const annotationRows = new Map(annotations.map((row) => [row.id, row]));
  const commentRows = new Map(comments.map((row) => [row.id, row]));

  return keys.flatMap(({ annotationId, commentId }): Post[] => {
    const row = annotationRows.get(annotationId);
    const viewer = row && byAssignment.get(row.assignmentId);
    if (!viewer || !annotationAbilities(viewer, row).read) return [];
    const annotationRow = {
      ...row,
      author: authorAt(viewer, row.author),
      anchors: row.anchors.filter(({ revisionId }) => revisionId === viewer.revisionId),
    };
    const annotation = presentAnnotation(viewer, annotationRow);
    if (commentId === null) return [{ viewer, annotation, comment: null, text: "" }];
    const found = commentRows.get(commentId);
    if (!found || found.annotationId !== annotationId) return [];
    const commentRow = { ...found, author: authorAt(viewer, found.author) };
    const comment = presentComment(viewer, annotationRow, commentRow);
    return comment.body === null ? [] : [{ viewer, annotation, comment, text: found.text }];
  });
}

/** What presenters need of an author, in all of these places; {@link authorAt} takes one of them. */
function authorSelectAmong(viewers: readonly AssignmentViewer[]) {
  const courseIds = [...new Set(viewers.map(({ courseId }) => courseId))];
  const assignmentIds = viewers.map(({ assignmentId }) => assignmentId);
  return {
    id: true,
    name: true,
    enrolments: { where: { courseId: { in: courseIds } }, select: { role: true, courseId: true } },
    pseudonyms: {
      where: { assignmentId: { in: assignmentIds } },
      select: { key: true, name: true, assignmentId: true },
    },
  } satisfies Prisma.UserSelect;
}

type AuthorAmong = Prisma.UserGetPayload<{ select: ReturnType<typeof authorSelectAmong> }>;

function authorAt({ courseId, assignmentId }: AssignmentViewer, author: AuthorAmong): AuthorAmong {
  return {
    ...author,
    enrolments: author.enrolments.filter((each) => each.courseId === courseId),
    pseudonyms: author.pseudonyms.filter((each) => each.assignmentId === assignmentId),
  };
}

const ANYWHERE = { courseId: "", assignmentId: "", revisionId: "" };

function annotationSelectAmong(viewers: readonly AssignmentViewer[]) {
  const { anchors, ...select } = annotationSelect(ANYWHERE);
  const revisionIds = [...new Set(viewers.map(({ revisionId }) => revisionId))];
  return {
    ...select,
    author: { select: authorSelectAmong(viewers) },
    anchors: {
      where: { revisionId: { in: revisionIds } },
      select: { ...anchors.select, revisionId: true },
    },
  } satisfies Prisma.AnnotationSelect;
}

function commentSelectAmong(viewers: readonly AssignmentViewer[]) {
  return {
    ...commentSelect(ANYWHERE),
    author: { select: authorSelectAmong(viewers) },
  } satisfies Prisma.CommentSelect;
}
