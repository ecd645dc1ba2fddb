import { isStaff } from "@/lib/courses/policy";
import type { Prisma } from "@/prisma/generated/client";
import type { AnchorState, AnnotationKind, Audience } from "@/prisma/generated/enums";
import { readFormer } from "./former";
import {
  type AnnotationAbilities,
  type AnnotationFacts,
  type AnnotationViewer,
  annotationAbilities,
  type CommentAbilities,
  type CommentFacts,
  commentAbilities,
} from "./policy";
import { type AuthorView, authorSelect, presentAuthor } from "./present-author";

/**
 * A comment as the client sees it. The words of a deleted one are gone for everybody, those of a
 * hidden one for all but its author and the staff.
 */
export interface CommentView {
  id: string;
  annotationId: string;
  author: AuthorView | null;
  /** TipTap document; null when deleted, or hidden from the viewer. */
  body: Prisma.JsonValue;
  isOpening: boolean;
  isDeleted: boolean;
  isHidden: boolean;
  /** Why it is hidden, for those who see it all the same. */
  hiddenReason: string | null;
  /** It waits for the staff; only its author and they see it. */
  isHeld: boolean;
  /** The staff would have everybody read it. */
  isPicked: boolean;
  /** The one person beside the staff who sees it; null where everybody does. */
  privateTo: { id: string; name: string } | null;
  /** The thread that it was written in, where that was merged into this one. */
  mergedFromId: string | null;
  /** Upvotes; of a question, how many ask it too. */
  voteCount: number;
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
  /** The group that it is for, where it is for one. */
  group: { id: string; name: string } | null;
  /** The words of the passage; none for a note on the whole reading. */
  quote: string;
  /** Where it lies in the revision that the course reads now. */
  anchor: { start: number; end: number; state: AnchorState };
  /** Who put it there by hand, when, and what it quoted before; null where nobody did. */
  reattached: { by: string | null; at: string; formerQuote: string } | null;
  answeredAt: string | null;
  /** The comment that answered it, where one did. */
  answerId: string | null;
  isPinned: boolean;
  isLocked: boolean;
  isHeld: boolean;
  /** For the staff alone: it was handed over to the instructors. */
  needsInstructor: boolean;
  /** Comments whose place the viewer sees: of a hidden one others have the words. */
  commentCount: number;
  /** Upvotes of the opening comment; of a question, how many ask it too. */
  voteCount: number;
  /** The staff picked one of the comments that the viewer can read. */
  hasPicked: boolean;
  /** What those are about, in the order of the alphabet. */
  tags: string[];
  version: number;
  createdAt: string;
  can: AnnotationAbilities;
}

/** An annotation with the first of its comments; `nextCursor` leads to the others. */
export interface ThreadView extends AnnotationView {
  comments: CommentView[];
  nextCursor: string | null;
}

/** Comments that not everybody sees, of one thread; keeps what is counted bounded. */
export const RESTRICTED_AT_MOST = 100;

/** Comments that say something of their thread, of one thread; those that are restricted come first. */
const TELLING_AT_MOST = 2 * RESTRICTED_AT_MOST;

/** Comments whose place not everybody sees who sees the thread. */
function isRestricted({ heldAt, privateToId }: CommentFacts): boolean {
  return heldAt !== null || privateToId !== null;
}

/** Those, and what else says something of the thread as a whole. */
const isTelling = {
  deletedAt: null,
  OR: [
    { heldAt: { not: null } },
    { privateToId: { not: null } },
    { isOpening: true },
    { pickedAt: { not: null } },
    { tags: { some: {} } },
  ],
} satisfies Prisma.CommentWhereInput;

const commentFacts = {
  authorId: true,
  deletedAt: true,
  heldAt: true,
  hiddenAt: true,
  privateToId: true,
} as const;

/** Where something is looked at: what decides how it is presented. */
export interface Shown {
  courseId: string;
  assignmentId: string;
  revisionId: string;
}

/** What {@link presentAnnotation} needs to have loaded. */
export function annotationSelect({ courseId, assignmentId, revisionId }: Shown) {
  return {
    id: true,
    assignmentId: true,
    authorId: true,
    kind: true,
    audience: true,
    groupId: true,
    isAnonymous: true,
    quote: true,
    answeredAt: true,
    answerId: true,
    pinnedAt: true,
    lockedAt: true,
    heldAt: true,
    needsInstructorAt: true,
    mergedIntoId: true,
    commentCount: true,
    version: true,
    createdAt: true,
    deletedAt: true,
    group: { select: { id: true, name: true } },
    author: { select: authorSelect({ courseId, assignmentId }) },
    comments: {
      where: isTelling,
      select: {
        ...commentFacts,
        isOpening: true,
        mergedFromId: true,
        pickedAt: true,
        voteCount: true,
        tags: { select: { name: true } },
      },
      orderBy: [
        { heldAt: { sort: "asc", nulls: "last" } },
        { privateToId: { sort: "asc", nulls: "last" } },
        { createdAt: "asc" },
        { id: "asc" },
      ],
      take: TELLING_AT_MOST,
    },
    anchors: {
      where: { revisionId },
      select: {
        start: true,
        end: true,
        state: true,
        reattachedAt: true,
        reattachedBy: { select: { id: true, name: true } },
        former: true,
      },
    },
  } satisfies Prisma.AnnotationSelect;
}

/** What {@link presentComment} needs to have loaded. */
export function commentSelect(shown: Omit<Shown, "revisionId">) {
  return {
    ...commentFacts,
    id: true,
    annotationId: true,
    body: true,
    isOpening: true,
    isAnonymous: true,
    hiddenReason: true,
    pickedAt: true,
    mergedFromId: true,
    voteCount: true,
    version: true,
    createdAt: true,
    editedAt: true,
    author: { select: authorSelect(shown) },
    privateTo: { select: { id: true, name: true } },
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
  const author = presentAuthor(viewer, row.author, row.isAnonymous);
  const told = row.comments.filter((each) => commentAbilities(viewer, row, each).readWords);
  const opening = told.find((each) => each.isOpening && each.mergedFromId === null);
  return {
    id: row.id,
    author,
    kind: row.kind,
    audience: row.audience,
    group: row.group,
    quote: row.quote,
    anchor: { start, end, state },
    reattached: presentReattached(anchor, row, author),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answerId: row.answerId,
    isPinned: row.pinnedAt !== null,
    isLocked: row.lockedAt !== null,
    isHeld: row.heldAt !== null,
    needsInstructor: isStaff(viewer.role) && row.needsInstructorAt !== null,
    commentCount: row.commentCount + told.filter(isRestricted).length,
    voteCount: opening?.voteCount ?? 0,
    hasPicked: told.some(({ pickedAt }) => pickedAt !== null),
    tags: [...new Set(told.flatMap(({ tags }) => tags.map(({ name }) => name)))].sort(),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    can: annotationAbilities(viewer, row),
  };
}

/** An author who put their own anonymous note elsewhere is named as what they wrote is. */
function presentReattached(
  anchor: AnnotationRow["anchors"][number] | undefined,
  { authorId }: AnnotationRow,
  author: AuthorView,
) {
  if (!anchor?.reattachedAt) return null;
  const { reattachedBy: by } = anchor;
  return {
    by: by?.id === authorId ? author.name : (by?.name ?? null),
    at: anchor.reattachedAt.toISOString(),
    formerQuote: readFormer(anchor.former)?.quote ?? "",
  };
}

export function presentComment(
  viewer: AnnotationViewer,
  annotation: AnnotationFacts,
  row: CommentRow,
): CommentView {
  const can = commentAbilities(viewer, annotation, row);
  const isDeleted = row.deletedAt !== null;
  const isHidden = row.hiddenAt !== null && !isDeleted;
  return {
    id: row.id,
    annotationId: row.annotationId,
    author: can.readWords ? presentAuthor(viewer, row.author, row.isAnonymous) : null,
    body: can.readWords ? row.body : null,
    isOpening: row.isOpening && row.mergedFromId === null,
    isDeleted,
    isHidden,
    hiddenReason: isHidden && can.readWords ? row.hiddenReason : null,
    isHeld: row.heldAt !== null,
    isPicked: row.pickedAt !== null && can.readWords,
    privateTo: row.privateTo,
    mergedFromId: row.mergedFromId,
    voteCount: can.readWords ? row.voteCount : 0,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: can.readWords ? (row.editedAt?.toISOString() ?? null) : null,
    can,
  };
}
