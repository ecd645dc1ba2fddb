import { editComment } from "@/lib/annotations/comments";
import { getComment } from "@/lib/annotations/queries";
import { removeComment } from "@/lib/annotations/removal";
import { commentParams, editCommentInput } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { requiredVersion, respond } from "@/lib/server/etag";
import { countPost } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/comments/[commentId]">;

export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { commentId } = commentParams.parse(await params);
  const comment = await getComment(id, commentId);
  return respond(request, comment, { version: comment.version });
});

export const PATCH = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { commentId } = commentParams.parse(await params);
  const version = requiredVersion(request);
  const input = editCommentInput.parse(await readJson(request));
  await countPost(id);
  const comment = await editComment(id, commentId, version, input);
  return respond(request, comment, { version: comment.version });
});

export const DELETE = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { commentId } = commentParams.parse(await params);
  await removeComment(id, commentId, requiredVersion(request));
  return new Response(null, { status: 204 });
});
