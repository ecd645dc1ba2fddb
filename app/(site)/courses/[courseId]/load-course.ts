import "server-only";

import { cache } from "react";

import { requireUser } from "@/lib/auth/session";
import { getCourse } from "@/lib/courses/queries";
import { courseParams } from "@/lib/courses/schema";
import { load } from "@/lib/server/page";

/** Who asks, and the course of this address; read once for layout, page and title together. */
export const loadCourse = cache((courseId: string) =>
  load(async () => {
    const user = await requireUser();
    const params = courseParams.parse({ courseId });
    return { user, course: await getCourse(user.id, params.courseId) };
  }),
);
