import { postComment } from "@/lib/annotations/comments";
import { listComments } from "@/lib/annotations/queries";
import { annotationParams, commentsQuery, postCommentInput } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { respond } from "@/lib/server/etag";
import { countPost } from "@/lib/server/limit";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/annotations/[annotationId]/comments">;

/** A page of the thread's comments, oldest first. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  const query = readQuery(request, commentsQuery);
  return respond(request, await listComments(id, annotationId, query));
});

/** Replies. Sending the same `id` again changes nothing and answers the same. */
export const POST = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  const input = postCommentInput.parse(await readJson(request));
  await countPost(id);
  const comment = await postComment(id, annotationId, input);
  return respond(request, comment, { status: 201, version: comment.version });
});
