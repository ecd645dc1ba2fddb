import { getOwn } from "@/lib/annotations/own";
import { assignmentParams } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { respond } from "@/lib/server/etag";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/assignments/[assignmentId]/own">;

/** What the reader voted for, keeps, follows, muted and has seen. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  return respond(request, await getOwn(id, assignmentId));
});
