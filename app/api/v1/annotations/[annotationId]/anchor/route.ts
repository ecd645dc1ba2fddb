import { reattach, undoReattaching } from "@/lib/annotations/anchor";
import { annotationParams, reattachInput } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { requiredVersion, respond } from "@/lib/server/etag";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/annotations/[annotationId]/anchor">;

/** Puts a note that lost its words on a passage. */
export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  const version = requiredVersion(request);
  const input = reattachInput.parse(await readJson(request));
  const thread = await reattach(id, annotationId, version, input);
  return respond(request, thread, { version: thread.version });
});

/** Takes one's own putting back. */
export const DELETE = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  const thread = await undoReattaching(id, annotationId, requiredVersion(request));
  return respond(request, thread, { version: thread.version });
});
