import { v7 } from "uuid";

import { postComment } from "@/lib/annotations/comments";
import { createAnnotation } from "@/lib/annotations/mutations";
import type { CreateAnnotationInput } from "@/lib/annotations/schema";
import { makeJoinCode } from "@/lib/courses/join-code";
import { db } from "@/lib/db";
import { readText } from "@/lib/readings/document";
import type { Prisma } from "@/prisma/generated/client";
import type { Role } from "@/prisma/generated/enums";

export type Person = Awaited<ReturnType<typeof createUser>>;
export type Member = Awaited<ReturnType<typeof createMember>>;
export type Assignment = Awaited<ReturnType<typeof createAssignment>>;

/** An account. Without a password, as most tests need none and hashing one is slow on purpose. */
export async function createUser({
  name = "Somebody",
  password,
  ...rest
}: Partial<Prisma.UserCreateInput> & { password?: string } = {}) {
  const passwordHash = password === undefined ? null : await hash(password);
  const email = `${crypto.randomUUID()}@example.edu`;
  return db.user.create({ data: { name, email, passwordHash, ...rest } });
}

/** A course without people. */
export function createCourse(given: Partial<Prisma.CourseCreateInput> = {}) {
  const title = "Natural History";
  const joinCode = makeJoinCode();
  return db.course.create({ data: { title, timeZone: "UTC", joinCode, ...given } });
}

/** Somebody new who is enrolled in the course. */
export async function createMember(courseId: string, role: Role = "STUDENT", name?: string) {
  const user = await createUser(name === undefined ? {} : { name });
  await enrol(courseId, user.id, role);
  return { ...user, role };
}

/** Enrols somebody who has an account. */
export function enrol(courseId: string, userId: string, role: Role = "STUDENT") {
  return db.enrolment.create({ data: { courseId, userId, role } });
}

/** What a reading says when a test does not care. */
const MARKDOWN = `The quick brown fox jumps over the lazy dog.

A dog that was jumped over once sleeps with one eye open.`;

/** A reading of one revision, and an owner for it unless there is one. */
export async function createReading({
  ownerId,
  markdown = MARKDOWN,
  ...given
}: Partial<Prisma.ReadingUncheckedCreateInput> & { markdown?: string } = {}) {
  const { document, text, hash } = readText({ format: "markdown", text: markdown });
  const reading = await db.reading.create({
    data: {
      title: "The Fox and the Dog",
      author: "Aesop",
      ...given,
      ownerId: ownerId ?? (await createUser()).id,
      revisions: { create: { number: 1, document, text, hash } },
    },
    include: { revisions: true },
  });
  return { ...reading, revisionId: reading.revisions[0]!.id, text };
}

/** A reading given to a course, open at once and due never; made anew unless one is named. */
export async function createAssignment(
  courseId: string,
  {
    reading,
    ...given
  }: Partial<Prisma.AssignmentUncheckedCreateInput> & {
    reading?: Awaited<ReturnType<typeof createReading>>;
  } = {},
) {
  const { id: readingId, revisionId, title, text } = reading ?? (await createReading());
  const data = { courseId, readingId, revisionId, title, ...given };
  return { ...(await db.assignment.create({ data })), text };
}

/** What may be said of an annotation that a test makes; the passage is the first with these words. */
type Marking = Partial<Pick<CreateAnnotationInput, "kind" | "audience">> & { says?: string };

/**
 * Annotates the first place where the assignment's text has these words, or for null the reading as
 * a whole, as the application does: with all its checks and its event. Words of one's own make it a
 * comment, none a highlight.
 */
export function annotate(
  userId: string,
  assignment: Assignment,
  quote: string | null,
  marking: Marking = {},
) {
  const { start, end, ...annotation } = annotationOf(assignment, quote ?? "", marking);
  const passage = quote === null ? {} : { start, end };
  return createAnnotation(userId, assignment.id, { ...annotation, ...passage });
}

/** What {@link annotate} sends for a passage. */
export function annotationOf(
  { revisionId, text }: Pick<Assignment, "revisionId" | "text">,
  quote: string,
  { says, kind = says === undefined ? "HIGHLIGHT" : "COMMENT", audience = "COURSE" }: Marking = {},
) {
  const start = text.indexOf(quote);
  const end = start + quote.length;
  const comment = says === undefined ? undefined : { id: v7(), body: bodyOf(says) };
  const made = { id: v7(), kind, audience, revisionId, start, end, comment };
  return made satisfies CreateAnnotationInput;
}

/** Replies in an annotation's thread, as the application does. */
export function reply(userId: string, annotationId: string, words: string) {
  return postComment(userId, annotationId, { id: v7(), body: bodyOf(words) });
}

/** The body of a comment that says these words. */
export function bodyOf(words: string) {
  const paragraph = { type: "paragraph", content: [{ type: "text", text: words }] };
  return { type: "doc", content: [paragraph] };
}

/** The library with its list of passwords takes long to load, and few tests need it. */
async function hash(password: string): Promise<string> {
  const { hashPassword } = await import("@/lib/auth/password");
  return hashPassword(password);
}
