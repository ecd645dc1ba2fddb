import { noteWriting } from "@/lib/annotations/presence";
import { annotationParams } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/annotations/[annotationId]/writing">;

/** Has the readers of a thread know that somebody writes in it at this moment. */
export const POST = route<Context>(async (_request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  await noteWriting(id, annotationId);
  return new Response(null, { status: 204 });
});
