import { closeThread, openThread } from "@/lib/annotations/opening";
import { annotationParams, openInput } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { requiredVersion, respond } from "@/lib/server/etag";
import { countAct, countPost } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/annotations/[annotationId]/opening">;

/** Makes a comment or question of one's highlight. */
export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  const version = requiredVersion(request);
  const input = openInput.parse(await readJson(request));
  await countPost(id);
  const thread = await openThread(id, annotationId, version, input);
  return respond(request, thread, { version: thread.version });
});

/** Leaves nothing but the mark. */
export const DELETE = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  await countAct(id);
  const thread = await closeThread(id, annotationId, requiredVersion(request));
  return respond(request, thread, { version: thread.version });
});
