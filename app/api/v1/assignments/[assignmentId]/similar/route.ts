import { similarQuery } from "@/lib/annotations/schema";
import { listSimilar } from "@/lib/annotations/similar";
import { assignmentParams } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { respond } from "@/lib/server/etag";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/assignments/[assignmentId]/similar">;

/** Questions like the one that is being written. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  return respond(request, await listSimilar(id, assignmentId, readQuery(request, similarQuery)));
});
