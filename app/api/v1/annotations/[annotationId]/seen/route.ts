import { markThreadSeen } from "@/lib/annotations/own";
import { annotationParams } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { countAct } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/annotations/[annotationId]/seen">;

/** Remembers that the reader has the thread before their eyes now. */
export const PUT = route<Context>(async (_request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  await countAct(id);
  await markThreadSeen(id, annotationId, new Date());
  return new Response(null, { status: 204 });
});
