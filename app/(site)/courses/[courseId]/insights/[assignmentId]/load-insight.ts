import "server-only";

import { cache } from "react";

import { assignmentParams } from "@/lib/assignments/schema";
import { getAssignmentInsight } from "@/lib/insight/queries";
import { load } from "@/lib/server/page";
import { loadCourse } from "../../load-course";

/** The course of this address, and what the assignment shows of it; read once for page and title. */
export const loadInsight = cache(async (courseId: string, assignmentId: string) => {
  const { user, course } = await loadCourse(courseId);
  const insight = await load(() => {
    const params = assignmentParams.parse({ assignmentId });
    return getAssignmentInsight(user.id, params.assignmentId);
  });
  return { user, course, insight };
});
