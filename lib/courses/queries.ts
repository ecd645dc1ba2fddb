import "server-only";

import { db, type Transaction } from "@/lib/db";
import { authorize, NotFound } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";
import type { Role } from "@/prisma/generated/enums";
import { type CourseViewer, courseAbilities, membershipOf } from "./policy";
import {
  type CourseView,
  courseSelect,
  type PersonView,
  personSelect,
  presentCourse,
  presentPerson,
} from "./present";
import { type PeopleQuery, ROLES } from "./schema";

/** More courses than anybody is in; keeps the list bounded. */
const COURSES_AT_MOST = 200;
const PEOPLE_A_PAGE = 50;

/**
 * The person as a member of the course.
 *
 * @throws NotFound when they are not, or no longer
 */
export async function getCourseViewer(
  userId: string,
  courseId: string,
  tx: Transaction = db,
): Promise<CourseViewer> {
  const enrolment = await tx.enrolment.findUnique({
    where: { courseId_userId: { courseId, userId }, status: "ACTIVE" },
    select: { role: true, course: { select: { archivedAt: true } } },
  });
  if (!enrolment) throw new NotFound();
  const isArchived = enrolment.course.archivedAt !== null;
  return { userId, courseId, role: enrolment.role, isArchived };
}

/** A person's courses, newest first. */
export async function listMyCourses(userId: string): Promise<CourseView[]> {
  const rows = await db.enrolment.findMany({
    where: { userId, status: "ACTIVE" },
    select: { role: true, course: { select: courseSelect } },
    orderBy: [{ course: { createdAt: "desc" } }, { courseId: "desc" }],
    take: COURSES_AT_MOST,
  });
  return rows.map(({ role, course }) => presentCourse(role, course));
}

/** Whether a person teaches anywhere. */
export async function isStaffSomewhere(userId: string): Promise<boolean> {
  const where = { userId, status: "ACTIVE", role: { not: "STUDENT" } } as const;
  return (await db.enrolment.count({ where })) > 0;
}

/** One course, for its members. @throws NotFound */
export async function getCourse(userId: string, courseId: string): Promise<CourseView> {
  const { role } = await getCourseViewer(userId, courseId);
  const row = await db.course.findFirst({
    where: { id: courseId, ...membershipOf(userId) },
    select: courseSelect,
  });
  if (!row) throw new NotFound();
  return presentCourse(role, row);
}

/** A page of the people of a course: staff first, then in the order in which they joined. */
export async function listPeople(
  userId: string,
  courseId: string,
  { cursor }: PeopleQuery = {},
): Promise<{ people: PersonView[]; nextCursor: PeopleCursor | null; total: number }> {
  const viewer = await getCourseViewer(userId, courseId);
  const active = { courseId, status: "ACTIVE" } as const;
  const [rows, total, instructorCount] = await Promise.all([
    db.enrolment.findMany({
      where: { ...active, ...(cursor ? peopleFrom(cursor) : {}) },
      select: personSelect,
      orderBy: [{ role: "asc" }, { id: "asc" }],
      take: PEOPLE_A_PAGE + 1,
    }),
    db.enrolment.count({ where: active }),
    db.enrolment.count({ where: { ...active, role: "INSTRUCTOR" } }),
  ]);
  const next = rows[PEOPLE_A_PAGE];
  return {
    people: rows.slice(0, PEOPLE_A_PAGE).map((row) => presentPerson(viewer, row, instructorCount)),
    nextCursor: next ? `${next.role}.${next.id}` : null,
    total,
  };
}

type PeopleCursor = NonNullable<PeopleQuery["cursor"]>;

function peopleFrom(cursor: PeopleCursor): Prisma.EnrolmentWhereInput {
  const [role, id] = cursor.split(".") as [Role, string];
  const later = ROLES.slice(ROLES.indexOf(role) + 1);
  return { OR: [{ role, id: { gte: id } }, { role: { in: later } }] };
}

/** People who were removed, latest first, for those who may let them back in. @throws NotFound, Forbidden */
export async function listRemovedPeople(
  userId: string,
  courseId: string,
): Promise<{ userId: string; name: string; email: string }[]> {
  const viewer = await getCourseViewer(userId, courseId);
  authorize(courseAbilities(viewer).managePeople);
  const rows = await db.enrolment.findMany({
    where: { courseId, status: "REMOVED" },
    select: { user: { select: { id: true, name: true, email: true } } },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: PEOPLE_A_PAGE,
  });
  return rows.map(({ user }) => ({ userId: user.id, name: user.name, email: user.email }));
}

/** What somebody who holds a join code may know before joining; null when no course has it. */
export async function findInvitation(
  code: string,
): Promise<{ title: string; term: string; instructors: string[] } | null> {
  const course = await db.course.findFirst({
    where: { joinCode: code, archivedAt: null },
    select: {
      title: true,
      term: true,
      enrolments: {
        where: { role: "INSTRUCTOR", status: "ACTIVE" },
        select: { user: { select: { name: true } } },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take: 5,
      },
    },
  });
  if (!course) return null;
  const instructors = course.enrolments.map(({ user }) => user.name);
  return { title: course.title, term: course.term, instructors };
}
