import { mergeThread, unmergeThread } from "@/lib/annotations/merging";
import { annotationParams, mergeInput } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { respond } from "@/lib/server/etag";
import { countAct } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/annotations/[annotationId]/merge">;

/** Puts the thread's comments into another thread; answers that one. */
export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  const input = mergeInput.parse(await readJson(request));
  await countAct(id);
  const thread = await mergeThread(id, annotationId, input);
  return respond(request, thread, { version: thread.version });
});

/** Takes that back; answers the thread that is there again. */
export const DELETE = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  await countAct(id);
  const thread = await unmergeThread(id, annotationId);
  return respond(request, thread, { version: thread.version });
});
