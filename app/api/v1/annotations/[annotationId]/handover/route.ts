import { markThread } from "@/lib/annotations/moderation";
import { annotationParams } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { respond } from "@/lib/server/etag";
import { countAct } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/annotations/[annotationId]/handover">;

/** Hands the thread over to the instructors. */
export const PUT = route<Context>((request, context) => mark(request, context, true));

/** Says that it is settled. */
export const DELETE = route<Context>((request, context) => mark(request, context, false));

async function mark(request: Request, { params }: Context, isMarked: boolean) {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  await countAct(id);
  const thread = await markThread(id, annotationId, "handOver", isMarked);
  return respond(request, thread, { version: thread.version });
}
