import { searchQuery } from "@/lib/annotations/schema";
import { searchComments } from "@/lib/annotations/search";
import { assignmentParams } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { respond } from "@/lib/server/etag";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/assignments/[assignmentId]/search">;

/** A page of the comments that have the words `q`, the newest first. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  const query = readQuery(request, searchQuery);
  return respond(request, await searchComments(id, assignmentId, query));
});
