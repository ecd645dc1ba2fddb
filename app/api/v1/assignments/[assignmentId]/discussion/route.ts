import { changeDiscussion } from "@/lib/assignments/discussion";
import { assignmentParams, changeDiscussionInput } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { respond } from "@/lib/server/etag";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/assignments/[assignmentId]/discussion">;

/** Changes how people write in the assignment; leaves what is not named. */
export const PATCH = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  const input = changeDiscussionInput.parse(await readJson(request));
  return respond(request, await changeDiscussion(id, assignmentId, input));
});
