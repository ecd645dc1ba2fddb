import { isStaff } from "@/lib/courses/policy";
import type { Prisma } from "@/prisma/generated/client";
import type { AnchorState, AnnotationKind, Audience } from "@/prisma/generated/enums";
import { readFormer } from "./former";
import {
  type AnnotationAbilities,
  type AnnotationViewer,
  annotationAbilities,
  type CommentAbilities,
  commentAbilities,
} from "./policy";

/** A person as the author of something. */
export interface AuthorView {
  id: string;
  name: string;
  isStaff: boolean;
}

/** A comment as the client sees it. The words of a deleted one are gone for everybody. */
export interface CommentView {
  id: string;
  annotationId: string;
  author: AuthorView | null;
  /** TipTap document; null when deleted. */
  body: Prisma.JsonValue;
  isOpening: boolean;
  isDeleted: boolean;
  version: number;
  createdAt: string;
  editedAt: string | null;
  can: CommentAbilities;
}

/** An annotation as the client sees it. Every field is a decision to publish it. */
export interface AnnotationView {
  id: string;
  author: AuthorView;
  kind: AnnotationKind;
  audience: Audience;
  /** The words of the passage; none for a note on the whole reading. */
  quote: string;
  /** Where it lies in the revision that the course reads now. */
  anchor: { start: number; end: number; state: AnchorState };
  /** Who put it there by hand, when, and what it quoted before; null where nobody did. */
  reattached: { by: string | null; at: string; formerQuote: string } | null;
  answeredAt: string | null;
  commentCount: number;
  version: number;
  createdAt: string;
  can: AnnotationAbilities;
}

/** An annotation with the first of its comments; `nextCursor` leads to the others. */
export interface ThreadView extends AnnotationView {
  comments: CommentView[];
  nextCursor: string | null;
}

function authorSelect(courseId: string) {
  return {
    id: true,
    name: true,
    enrolments: { where: { courseId }, select: { role: true } },
  } satisfies Prisma.UserSelect;
}

type AuthorRow = Prisma.UserGetPayload<{ select: ReturnType<typeof authorSelect> }>;

/** What {@link presentAnnotation} needs to have loaded. */
export function annotationSelect({
  courseId,
  revisionId,
}: {
  courseId: string;
  revisionId: string;
}) {
  return {
    id: true,
    assignmentId: true,
    authorId: true,
    kind: true,
    audience: true,
    quote: true,
    answeredAt: true,
    commentCount: true,
    version: true,
    createdAt: true,
    deletedAt: true,
    author: { select: authorSelect(courseId) },
    anchors: {
      where: { revisionId },
      select: {
        start: true,
        end: true,
        state: true,
        reattachedAt: true,
        reattachedBy: { select: { name: true } },
        former: true,
      },
    },
  } satisfies Prisma.AnnotationSelect;
}

/** What {@link presentComment} needs to have loaded. */
export function commentSelect({ courseId }: { courseId: string }) {
  return {
    id: true,
    annotationId: true,
    authorId: true,
    body: true,
    isOpening: true,
    version: true,
    createdAt: true,
    editedAt: true,
    deletedAt: true,
    author: { select: authorSelect(courseId) },
  } satisfies Prisma.CommentSelect;
}

export type AnnotationRow = Prisma.AnnotationGetPayload<{
  select: ReturnType<typeof annotationSelect>;
}>;
export type CommentRow = Prisma.CommentGetPayload<{ select: ReturnType<typeof commentSelect> }>;

/** The view of an annotation; without an anchor in this revision it counts as detached. */
export function presentAnnotation(viewer: AnnotationViewer, row: AnnotationRow): AnnotationView {
  const [anchor] = row.anchors;
  const { start, end, state } = anchor ?? { start: 0, end: 0, state: "DETACHED" as const };
  return {
    id: row.id,
    author: presentAuthor(row.author),
    kind: row.kind,
    audience: row.audience,
    quote: row.quote,
    anchor: { start, end, state },
    reattached: presentReattached(anchor),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    commentCount: row.commentCount,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    can: annotationAbilities(viewer, row),
  };
}

function presentReattached(anchor: AnnotationRow["anchors"][number] | undefined) {
  if (!anchor?.reattachedAt) return null;
  return {
    by: anchor.reattachedBy?.name ?? null,
    at: anchor.reattachedAt.toISOString(),
    formerQuote: readFormer(anchor.former)?.quote ?? "",
  };
}

export function presentComment(
  viewer: AnnotationViewer,
  annotation: Pick<AnnotationRow, "authorId" | "kind" | "audience" | "deletedAt">,
  row: CommentRow,
): CommentView {
  const isDeleted = row.deletedAt !== null;
  return {
    id: row.id,
    annotationId: row.annotationId,
    author: isDeleted ? null : presentAuthor(row.author),
    body: isDeleted ? null : row.body,
    isOpening: row.isOpening,
    isDeleted,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: isDeleted ? null : (row.editedAt?.toISOString() ?? null),
    can: commentAbilities(viewer, annotation, row),
  };
}

function presentAuthor({ id, name, enrolments }: AuthorRow): AuthorView {
  const role = enrolments[0]?.role;
  return { id, name, isStaff: role !== undefined && isStaff(role) };
}
