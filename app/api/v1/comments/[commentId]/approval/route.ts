import { approveComment } from "@/lib/annotations/moderation";
import { commentParams } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { respond } from "@/lib/server/etag";
import { countAct } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/comments/[commentId]/approval">;

/** Lets in a comment that waited for the staff. */
export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { commentId } = commentParams.parse(await params);
  await countAct(id);
  const comment = await approveComment(id, commentId);
  return respond(request, comment, { version: comment.version });
});
