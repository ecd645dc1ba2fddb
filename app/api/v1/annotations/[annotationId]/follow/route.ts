import { followThread } from "@/lib/annotations/following";
import { annotationParams, followInput } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { countAct } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/annotations/[annotationId]/follow">;

/** Follows it, or wants to hear nothing of it. */
export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  const { state } = followInput.parse(await readJson(request));
  await countAct(id);
  await followThread(id, annotationId, state);
  return new Response(null, { status: 204 });
});

/** Neither. */
export const DELETE = route<Context>(async (_request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  await countAct(id);
  await followThread(id, annotationId, null);
  return new Response(null, { status: 204 });
});
