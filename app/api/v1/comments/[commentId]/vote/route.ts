import { commentParams } from "@/lib/annotations/schema";
import { voteOn } from "@/lib/annotations/votes";
import { requireUser } from "@/lib/auth/session";
import { respond } from "@/lib/server/etag";
import { countAct } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/comments/[commentId]/vote">;

/** Finds the comment good; of a question: asks it too. */
export const PUT = route<Context>((request, context) => vote(request, context, true));

export const DELETE = route<Context>((request, context) => vote(request, context, false));

async function vote(request: Request, { params }: Context, isVoted: boolean) {
  const { id } = await requireUser();
  const { commentId } = commentParams.parse(await params);
  await countAct(id);
  const comment = await voteOn(id, commentId, isVoted);
  return respond(request, comment, { version: comment.version });
}
