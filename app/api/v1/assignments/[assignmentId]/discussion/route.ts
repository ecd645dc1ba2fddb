import { pauseDiscussion } from "@/lib/assignments/discussion";
import { assignmentParams, pauseInput } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { respond } from "@/lib/server/etag";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/assignments/[assignmentId]/discussion">;

/** Pauses the assignment's discussion, or lets it go on. */
export const PATCH = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  const input = pauseInput.parse(await readJson(request));
  return respond(request, await pauseDiscussion(id, assignmentId, input));
});
