import { isStaff } from "@/lib/courses/policy";
import type { Prisma } from "@/prisma/generated/client";
import type { AnnotationKind, Audience, Role } from "@/prisma/generated/enums";

/** Who looks: a member of the annotation's course. Nobody else gets as far as this file. */
export interface AnnotationViewer {
  userId: string;
  role: Role;
  isArchived: boolean;
  /** The group of the course that they are in. */
  groupId: string | null;
  /** The discussion can only be read, but by the staff. */
  isPaused: boolean;
}

/** What decides who sees what, of a viewer: enough for the filters. */
export type Reader = Pick<AnnotationViewer, "userId" | "role" | "groupId">;

/** The facts about an annotation that permissions depend on. */
export interface AnnotationFacts {
  authorId: string;
  kind: AnnotationKind;
  audience: Audience;
  groupId: string | null;
  deletedAt: Date | null;
  /** It waits for the staff. */
  heldAt: Date | null;
  lockedAt: Date | null;
  /** Its comments went to another thread. */
  mergedIntoId: string | null;
}

/** The facts about a comment that permissions depend on, beside its annotation's. */
export interface CommentFacts {
  authorId: string;
  deletedAt: Date | null;
  /** It waits for the staff. */
  heldAt: Date | null;
  hiddenAt: Date | null;
  /** Nobody but this person and the staff can see it. */
  privateToId: string | null;
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
  const isGone = annotation.deletedAt !== null || annotation.mergedIntoId !== null;
  const isIn = annotation.heldAt === null || isAuthor || isStaff(viewer.role);
  const read = !isGone && isIn && isAudience(viewer, annotation);
  const write = read && !viewer.isArchived && isOpen(viewer, annotation);
  const moderate = write && moderates(viewer, annotation);
  return {
    read,
    reply: write && annotation.kind !== "HIGHLIGHT",
    answer: write && annotation.kind === "QUESTION" && (isAuthor || isStaff(viewer.role)),
    remove: write && (isAuthor || moderate),
    // Somebody's own note, or what the staff can read: to put it where its words are by now.
    reattach: write && (isAuthor || moderate),
    // Whom it is for, and whether it is a mark or a comment, is its author's business alone.
    change: write && isAuthor,
    /** To pin it, lock it, merge it into another, or hand it over to an instructor. */
    moderate,
  };
}

/** Everything `viewer` may do with a comment of an annotation. */
export function commentAbilities(
  viewer: AnnotationViewer,
  annotation: AnnotationFacts,
  comment: CommentFacts,
) {
  const isAuthor = comment.authorId === viewer.userId;
  const isInsider = isAuthor || isStaff(viewer.role);
  const isForMe = comment.privateToId === null || comment.privateToId === viewer.userId;
  const isIn = comment.heldAt === null && isForMe;
  const read = annotationAbilities(viewer, annotation).read && (isIn || isInsider);
  const readWords = read && comment.deletedAt === null && (comment.hiddenAt === null || isInsider);
  const write = readWords && !viewer.isArchived && isOpen(viewer, annotation);
  const moderate = write && moderates(viewer, annotation);
  const isShared = annotation.audience !== "ONLY_ME" && comment.heldAt === null;
  const isToMe = comment.privateToId === viewer.userId && !isAuthor;
  return {
    /** Its place in the thread, which stays when the words are gone. */
    read,
    /** What it says, and who said it. */
    readWords,
    edit: write && isAuthor,
    remove: write && (isAuthor || moderate),
    vote: write && isShared && !isAuthor,
    /** To answer it where nobody but its author and the staff can see it. */
    replyPrivately: write && isShared && ((moderate && !isAuthor) || isToMe),
    /** To call upon the staff, who see it themselves, to look at it. */
    report: readWords && !viewer.isArchived && isShared && !isInsider,
    /** To hide it, pick it, or let it in. */
    moderate,
  };
}

/** Whether a viewer may know who wrote something under a pseudonym. */
export function seesAuthor({ userId, role }: Pick<Reader, "userId" | "role">, authorId: string) {
  return isStaff(role) || authorId === userId;
}

/**
 * Whether others may learn who it is that is there or writes, at this moment. Where people write
 * under a pseudonym (`isMasked`), a name beside the moment would be the name behind it, also the
 * name of somebody who has not written yet. Staff have none.
 */
export function isNamed({ role }: Pick<Reader, "role">, isMasked: boolean): boolean {
  return !isMasked || isStaff(role);
}

/** Whether others see that somebody has the reading open, unless they chose not to be seen. */
export function isShownHere(
  person: Pick<Reader, "role"> & { isShown: boolean },
  isMasked: boolean,
): boolean {
  return person.isShown && isNamed(person, isMasked);
}

/** Whether an annotation for such an audience is one that `viewer` sees, whoever wrote it. */
export function isOfAudience(
  { role, groupId }: Pick<Reader, "role" | "groupId">,
  annotation: Pick<AnnotationFacts, "audience" | "groupId">,
): boolean {
  switch (annotation.audience) {
    case "COURSE":
      return true;
    case "GROUP":
      return isStaff(role) || (groupId !== null && annotation.groupId === groupId);
    case "INSTRUCTORS":
      return isStaff(role);
    case "ONLY_ME":
      return false;
  }
}

/** The `read` ability of annotations as a filter. Must agree with it; tests/db proves that it does. */
export function readableBy({ userId, role, groupId }: Reader): Prisma.AnnotationWhereInput {
  const isThere = { deletedAt: null, mergedIntoId: null };
  if (isStaff(role)) {
    const shared = { audience: { in: ["COURSE", "GROUP", "INSTRUCTORS"] satisfies Audience[] } };
    return { ...isThere, OR: [shared, { authorId: userId }] };
  }
  const inGroup = groupId === null ? [] : [{ audience: "GROUP" as const, groupId }];
  return {
    ...isThere,
    OR: [{ authorId: userId }, { heldAt: null, OR: [{ audience: "COURSE" }, ...inGroup] }],
  };
}

/**
 * The `read` ability of comments as a filter, among those of annotations that are readable.
 * Must agree with it; tests/db proves that it does.
 */
export function commentReadableBy({
  userId,
  role,
}: Pick<Reader, "userId" | "role">): Prisma.CommentWhereInput {
  if (isStaff(role)) return {};
  const isForMe = { OR: [{ privateToId: null }, { privateToId: userId }] };
  return { OR: [{ authorId: userId }, { heldAt: null, ...isForMe }] };
}

/** The `readWords` ability as a filter, likewise. */
export function wordsReadableBy(reader: Pick<Reader, "userId" | "role">): Prisma.CommentWhereInput {
  const isShown = isStaff(reader.role)
    ? {}
    : { OR: [{ hiddenAt: null }, { authorId: reader.userId }] };
  return { AND: [{ deletedAt: null }, isShown, commentReadableBy(reader)] };
}

/** Where something stands or is to stand: what decides who can see it. */
export interface Place {
  audience: Audience;
  groupId: string | null;
  authorId: string;
  isAnonymous: boolean;
  /** The one person beside the staff who can see it. */
  privateToId: string | null;
}

/**
 * Who can see it, among the people of the course, as `writer` may know: an anonymous author who
 * sees it for no other reason than that they wrote it is left out, or that would name them. Must
 * agree with the `read` ability; tests/db proves that it does.
 */
export function readersOf(
  writer: Pick<Reader, "userId" | "role">,
  { audience, groupId, authorId, isAnonymous, privateToId }: Place,
): Prisma.EnrolmentWhereInput {
  const author = isAnonymous && !seesAuthor(writer, authorId) ? [] : [{ userId: authorId }];
  const staff = { role: { not: "STUDENT" as const } };
  if (privateToId !== null) return { OR: [staff, { userId: privateToId }] };
  switch (audience) {
    case "COURSE":
      return {};
    case "GROUP": {
      const ids = groupId === null ? [] : [groupId];
      const inGroup = { user: { groups: { some: { groupId: { in: ids }, leftAt: null } } } };
      return { OR: [staff, inGroup, ...author] };
    }
    case "INSTRUCTORS":
      return { OR: [staff, ...author] };
    case "ONLY_ME":
      return { userId: authorId };
  }
}

function isAudience(viewer: AnnotationViewer, annotation: AnnotationFacts): boolean {
  return annotation.authorId === viewer.userId || isOfAudience(viewer, annotation);
}

/** Notes for oneself are no discussion, and the staff may write in one that is closed to others. */
function isOpen({ role, isPaused }: AnnotationViewer, annotation: AnnotationFacts): boolean {
  if (annotation.audience === "ONLY_ME" || isStaff(role)) return true;
  return !isPaused && annotation.lockedAt === null;
}

/** Staff keep order where others can read, and never see the rest. */
function moderates({ role }: AnnotationViewer, annotation: AnnotationFacts): boolean {
  return isStaff(role) && annotation.audience !== "ONLY_ME";
}
