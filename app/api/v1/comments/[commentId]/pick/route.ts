import { pickComment } from "@/lib/annotations/moderation";
import { commentParams } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { respond } from "@/lib/server/etag";
import { countAct } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/comments/[commentId]/pick">;

/** Shows the comment as one that everybody should read. For the staff. */
export const PUT = route<Context>((request, context) => pick(request, context, true));

export const DELETE = route<Context>((request, context) => pick(request, context, false));

async function pick(request: Request, { params }: Context, isPicked: boolean) {
  const { id } = await requireUser();
  const { commentId } = commentParams.parse(await params);
  await countAct(id);
  const comment = await pickComment(id, commentId, isPicked);
  return respond(request, comment, { version: comment.version });
}
