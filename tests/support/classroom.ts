import { db } from "@/lib/db";
import { createAssignment, createCourse, createMember, createUser } from "./factories";

export type Classroom = Awaited<ReturnType<typeof openClassroom>>;

/** Everybody who may come before something that Ada wrote. */
export const VIEWERS = [
  "author",
  "classmate",
  "instructor",
  "assistant",
  "removed",
  "stranger",
  "nobody",
] as const;

export type ViewerName = (typeof VIEWERS)[number];

/**
 * A course of its own with an assigned reading, one person of every kind in it and around it, and
 * Ada, who writes what the others come to see.
 */
export async function openClassroom(given: Parameters<typeof createAssignment>[1] = {}) {
  const [course, otherCourse] = await Promise.all([createCourse(), createCourse()]);
  const [author, classmate, instructor, assistant, removed, stranger, nobody, assignment] =
    await Promise.all([
      createMember(course.id, "STUDENT", "Ada"),
      createMember(course.id, "STUDENT", "Ben"),
      createMember(course.id, "INSTRUCTOR", "Teacher"),
      createMember(course.id, "ASSISTANT", "Assistant"),
      createMember(course.id, "STUDENT", "Removed"),
      createMember(otherCourse.id, "INSTRUCTOR", "Stranger"),
      createUser({ name: "Nobody" }),
      createAssignment(course.id, given),
    ]);
  await removeFrom(course.id, removed.id);
  const people = { author, classmate, instructor, assistant, removed, stranger, nobody };
  return { course, assignment, ...people, people };
}

/** Ends somebody's enrolment without anybody being told: for the table, not for the streams. */
export async function removeFrom(courseId: string, userId: string): Promise<void> {
  const where = { courseId_userId: { courseId, userId } };
  await db.enrolment.update({ where, data: { status: "REMOVED" } });
}

/** Makes a course one that can only be read. */
export async function archive(courseId: string): Promise<void> {
  await db.course.update({ where: { id: courseId }, data: { archivedAt: new Date() } });
}
