import { markThread } from "@/lib/annotations/moderation";
import { annotationParams } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { respond } from "@/lib/server/etag";
import { countAct } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/annotations/[annotationId]/pin">;

/** Shows the thread before the others. For the staff. */
export const PUT = route<Context>((request, context) => mark(request, context, true));

/** Shows it in its place again. */
export const DELETE = route<Context>((request, context) => mark(request, context, false));

async function mark(request: Request, { params }: Context, isMarked: boolean) {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  await countAct(id);
  const thread = await markThread(id, annotationId, "pin", isMarked);
  return respond(request, thread, { version: thread.version });
}
