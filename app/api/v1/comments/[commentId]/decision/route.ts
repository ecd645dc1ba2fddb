import { commentParams } from "@/lib/annotations/schema";
import { undoDecision } from "@/lib/annotations/undo-decision";
import { requireUser } from "@/lib/auth/session";
import { respond } from "@/lib/server/etag";
import { countAct } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/comments/[commentId]/decision">;

/** Takes back what one decided of the comment shortly before: let in, hidden, or left as it is. */
export const DELETE = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { commentId } = commentParams.parse(await params);
  await countAct(id);
  const comment = await undoDecision(id, commentId);
  return respond(request, comment, { version: comment.version });
});
