import { listHistory } from "@/lib/annotations/history";
import { commentParams } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { respond } from "@/lib/server/etag";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/comments/[commentId]/history">;

/** What the comment said before it was edited, latest first. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { commentId } = commentParams.parse(await params);
  return respond(request, await listHistory(id, commentId));
});
