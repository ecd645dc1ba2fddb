import { requireUser } from "@/lib/auth/session";
import { courseParams } from "@/lib/courses/schema";
import { getColumns } from "@/lib/participation/gradebook";
import { columnsQuery } from "@/lib/participation/schema";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/courses/[courseId]/gradebook">;

/** Columns of the gradebook, in the order of its students. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { courseId } = courseParams.parse(await params);
  const { assignments } = readQuery(request, columnsQuery);
  return Response.json(await getColumns(id, courseId, assignments), {
    headers: { "cache-control": "private, no-store", vary: "cookie" },
  });
});
