import { restoreAnnotation } from "@/lib/annotations/removal";
import { annotationParams } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { respond } from "@/lib/server/etag";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/annotations/[annotationId]/restore">;

/** Undoes one's own deletion, shortly after it. */
export const POST = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  const thread = await restoreAnnotation(id, annotationId);
  return respond(request, thread, { version: thread.version });
});
