import { tagsQuery } from "@/lib/annotations/schema";
import { listTags } from "@/lib/annotations/tags";
import { assignmentParams } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { respond } from "@/lib/server/etag";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/assignments/[assignmentId]/tags">;

/** Tags that begin with what is typed. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  return respond(request, await listTags(id, assignmentId, readQuery(request, tagsQuery)));
});
