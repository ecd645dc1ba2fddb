import "server-only";

import { db } from "@/lib/db";
import { authorize } from "@/lib/errors";
import { type GroupView, listGroups } from "./groups";
import { courseAbilities } from "./policy";
import { getCourseViewer } from "./queries";

/** How a course is divided, as the staff see it. */
export interface Division {
  /** The course's groups in their order, each with its people by name. */
  groups: (GroupView & { people: DividedPerson[] })[];
  /** Students who are in no group. */
  others: DividedPerson[];
}

export interface DividedPerson {
  userId: string;
  name: string;
}

/** More people than are put in groups by hand; keeps the list bounded. */
const PEOPLE_AT_MOST = 2_000;

/** For those who may change it. @throws NotFound, Forbidden */
export async function getDivision(userId: string, courseId: string): Promise<Division> {
  authorize(courseAbilities(await getCourseViewer(userId, courseId)).manageGroups);
  const inNow = { leftAt: null, group: { courseId } };
  const [groups, rows] = await Promise.all([
    listGroups(userId, courseId),
    db.enrolment.findMany({
      where: {
        ...{ courseId, status: "ACTIVE" },
        OR: [{ role: "STUDENT" }, { user: { groups: { some: inNow } } }],
      },
      select: {
        user: { select: { id: true, name: true, groups: { where: inNow, take: 1 } } },
      },
      orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
      take: PEOPLE_AT_MOST,
    }),
  ]);
  const peopleOf = (groupId: string | undefined) =>
    rows
      .filter(({ user }) => user.groups[0]?.groupId === groupId)
      .map(({ user }) => ({ userId: user.id, name: user.name }));
  return {
    groups: groups.map((group) => ({ ...group, people: peopleOf(group.id) })),
    others: peopleOf(undefined),
  };
}
