import { hideComment, showComment } from "@/lib/annotations/moderation";
import { commentParams, hideInput } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { respond } from "@/lib/server/etag";
import { countAct } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/comments/[commentId]/hidden">;

/** Hides the comment's words, for the reason that is named. For the staff. */
export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { commentId } = commentParams.parse(await params);
  const input = hideInput.parse(await readJson(request));
  await countAct(id);
  const comment = await hideComment(id, commentId, input);
  return respond(request, comment, { version: comment.version });
});

/** Shows them again. */
export const DELETE = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { commentId } = commentParams.parse(await params);
  await countAct(id);
  const comment = await showComment(id, commentId);
  return respond(request, comment, { version: comment.version });
});
