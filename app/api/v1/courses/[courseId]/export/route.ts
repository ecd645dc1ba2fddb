import { requireUser } from "@/lib/auth/session";
import { courseParams } from "@/lib/courses/schema";
import { originOf } from "@/lib/server/origin";
import { route } from "@/lib/server/route";
import { zipDownload } from "@/lib/server/zip-download";
import { exportCourse } from "@/lib/terms/export";
import { exportWords } from "@/lib/terms/words";

type Context = RouteContext<"/api/v1/courses/[courseId]/export">;

/** A whole course as a zip that can be read without Postil. */
export const GET = route<Context>(async (request, { params }) => {
  const user = await requireUser();
  const { courseId } = courseParams.parse(await params);
  const words = await exportWords(user.timeZone);
  const files = await exportCourse(user.id, courseId, { origin: originOf(request), words });
  return zipDownload(files, "course.zip");
});
