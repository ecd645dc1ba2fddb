import { restoreComment } from "@/lib/annotations/removal";
import { commentParams } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { respond } from "@/lib/server/etag";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/comments/[commentId]/restore">;

/** Undoes one's own deletion, shortly after it; answers the whole thread, which may be back too. */
export const POST = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { commentId } = commentParams.parse(await params);
  const thread = await restoreComment(id, commentId);
  return respond(request, thread, { version: thread.version });
});
