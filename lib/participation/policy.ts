import { type CourseViewer, courseAbilities } from "@/lib/courses/policy";

export type ScoreAbilities = ReturnType<typeof scoreAbilities>;

/** Everything a member of the course may do with one student's score. Classmates may nothing. */
export function scoreAbilities(
  viewer: Pick<CourseViewer, "userId" | "role" | "isArchived">,
  studentId: string,
) {
  const { seeGradebook, grade } = courseAbilities(viewer);
  const isOwn = viewer.role === "STUDENT" && viewer.userId === studentId;
  return {
    /** What the posts give, and what was released. */
    see: seeGradebook || isOwn,
    /** What the staff decided and have not released, and all that was done to it. */
    seeDecisions: seeGradebook,
    /** To override it, comment on it, release it, give other dates, answer who asks. */
    grade,
    contest: isOwn && !viewer.isArchived,
  };
}
