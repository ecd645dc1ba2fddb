import { requireUser } from "@/lib/auth/session";
import { changeCourseDiscussion, getCourseDiscussion } from "@/lib/courses/discussion";
import { changeCourseDiscussionInput, courseParams } from "@/lib/courses/schema";
import { readJson } from "@/lib/server/body";
import { respond } from "@/lib/server/etag";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/courses/[courseId]/discussion">;

/** How people write in all of the course. For the staff. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { courseId } = courseParams.parse(await params);
  return respond(request, await getCourseDiscussion(id, courseId));
});

/** Changes what is named, and leaves the rest. */
export const PATCH = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { courseId } = courseParams.parse(await params);
  const input = changeCourseDiscussionInput.parse(await readJson(request));
  return respond(request, await changeCourseDiscussion(id, courseId, input));
});
