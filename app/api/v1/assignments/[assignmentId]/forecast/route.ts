import { assignmentParams, editAssignmentInput } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { forecastSettings } from "@/lib/participation/forecast";
import { readJson } from "@/lib/server/body";
import { countAct } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/assignments/[assignmentId]/forecast">;

/** What other settings would do to whose score. Writes nothing. */
export const POST = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  await countAct(id);
  const body = await readJson(request);
  const given = typeof body === "object" && body !== null ? body : {};
  const { settings } = editAssignmentInput.parse({ ...given, assignmentId });
  return Response.json(await forecastSettings(id, assignmentId, settings));
});
