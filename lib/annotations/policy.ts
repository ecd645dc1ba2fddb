import { isStaff } from "@/lib/courses/policy";
import type { Prisma } from "@/prisma/generated/client";
import type { AnnotationKind, Audience, Role } from "@/prisma/generated/enums";

/** Who looks: a member of the annotation's course. Nobody else gets as far as this file. */
export interface AnnotationViewer {
  userId: string;
  role: Role;
  isArchived: boolean;
}

/** The facts about an annotation that permissions depend on. */
export interface AnnotationFacts {
  authorId: string;
  kind: AnnotationKind;
  audience: Audience;
  deletedAt: Date | null;
}

/** The facts about a comment that permissions depend on, beside its annotation's. */
export interface CommentFacts {
  authorId: string;
  deletedAt: Date | null;
}

export type AnnotationAbilities = ReturnType<typeof annotationAbilities>;
export type CommentAbilities = ReturnType<typeof commentAbilities>;

/**
 * Everything `viewer` may do with an annotation.
 *
 * Used twice: domain functions enforce it, presenters send it to the client, so that a button
 * is shown exactly when pressing it will work.
 */
export function annotationAbilities(viewer: AnnotationViewer, annotation: AnnotationFacts) {
  const isAuthor = annotation.authorId === viewer.userId;
  const read = annotation.deletedAt === null && isAudience(viewer, annotation);
  const write = read && !viewer.isArchived;
  return {
    read,
    reply: write && annotation.kind !== "HIGHLIGHT",
    answer: write && annotation.kind === "QUESTION" && (isAuthor || isStaff(viewer.role)),
    remove: write && (isAuthor || moderates(viewer, annotation)),
    // Somebody's own note, or what the staff can read: to put it where its words are by now.
    reattach: write && (isAuthor || moderates(viewer, annotation)),
  };
}

/** Everything `viewer` may do with a comment of an annotation. */
export function commentAbilities(
  viewer: AnnotationViewer,
  annotation: AnnotationFacts,
  comment: CommentFacts,
) {
  const isAuthor = comment.authorId === viewer.userId;
  const { read } = annotationAbilities(viewer, annotation);
  const write = read && !viewer.isArchived && comment.deletedAt === null;
  return {
    // The place in the thread is readable when the words are gone.
    read,
    edit: write && isAuthor,
    remove: write && (isAuthor || moderates(viewer, annotation)),
  };
}

/** Whether a viewer may know who wrote something under a pseudonym. */
export function seesAuthor(
  { userId, role }: Pick<AnnotationViewer, "userId" | "role">,
  authorId: string,
): boolean {
  return isStaff(role) || authorId === userId;
}

/** The `read` ability as a filter. Must agree with it; tests/db proves that it does. */
export function readableBy(
  viewer: Pick<AnnotationViewer, "userId" | "role">,
): Prisma.AnnotationWhereInput {
  const audiences: Audience[] = isStaff(viewer.role) ? ["COURSE", "INSTRUCTORS"] : ["COURSE"];
  return {
    deletedAt: null,
    OR: [{ audience: { in: audiences } }, { authorId: viewer.userId }],
  };
}

function isAudience({ userId, role }: AnnotationViewer, annotation: AnnotationFacts): boolean {
  if (annotation.authorId === userId) return true;
  if (annotation.audience === "COURSE") return true;
  return annotation.audience === "INSTRUCTORS" && isStaff(role);
}

/** Staff keep order where others can read, and never see the rest. */
function moderates({ role }: AnnotationViewer, annotation: AnnotationFacts): boolean {
  return isStaff(role) && annotation.audience !== "ONLY_ME";
}
