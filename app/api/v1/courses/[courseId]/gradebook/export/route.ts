import { requireUser } from "@/lib/auth/session";
import { courseParams } from "@/lib/courses/schema";
import { exportGradebook } from "@/lib/participation/export";
import { exportQuery } from "@/lib/participation/schema";
import { download } from "@/lib/server/download";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/courses/[courseId]/gradebook/export">;

/** The gradebook as a file. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { courseId } = courseParams.parse(await params);
  const query = readQuery(request, exportQuery);
  const pieces = await exportGradebook(id, courseId, query);
  return download(pieces, {
    name: `gradebook-${query.format}.csv`,
    type: "text/csv; charset=utf-8",
  });
});
