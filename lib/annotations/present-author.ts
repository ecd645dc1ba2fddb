import { isStaff } from "@/lib/courses/policy";
import type { Prisma } from "@/prisma/generated/client";
import { type Reader, seesAuthor } from "./policy";

/**
 * The author of something as the viewer may know them. To classmates an anonymous author is a
 * pseudonym and nothing else: id and name are the pseudonym's, the same over one assignment and
 * of no meaning in any other.
 */
export interface AuthorView {
  id: string;
  name: string;
  isStaff: boolean;
  /** What classmates see in the author's place, where they do not see the author. */
  pseudonym: string | null;
}

/** What {@link presentAuthor} needs to have loaded. */
export function authorSelect({
  courseId,
  assignmentId,
}: {
  courseId: string;
  assignmentId: string;
}) {
  return {
    id: true,
    name: true,
    enrolments: { where: { courseId }, select: { role: true } },
    pseudonyms: { where: { assignmentId }, select: { key: true, name: true } },
  } satisfies Prisma.UserSelect;
}

export type AuthorRow = Prisma.UserGetPayload<{ select: ReturnType<typeof authorSelect> }>;

/**
 * The one way in which authors leave the server.
 *
 * @throws Error for an anonymous post whose author has no pseudonym, rather than name them
 */
export function presentAuthor(
  viewer: Pick<Reader, "userId" | "role">,
  { id, name, enrolments, pseudonyms }: AuthorRow,
  isAnonymous: boolean,
): AuthorView {
  const role = enrolments[0]?.role;
  const isTeaching = role !== undefined && isStaff(role);
  if (!isAnonymous) return { id, name, isStaff: isTeaching, pseudonym: null };
  const [voice] = pseudonyms;
  if (!voice) throw new Error("an anonymous post without a pseudonym");
  const isKnown = seesAuthor(viewer, id);
  return {
    id: isKnown ? id : voice.key,
    name: isKnown ? name : voice.name,
    // Who has come to teach since would otherwise be one of a few.
    isStaff: isKnown && isTeaching,
    pseudonym: voice.name,
  };
}
