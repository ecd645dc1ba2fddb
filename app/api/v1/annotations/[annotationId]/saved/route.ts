import { saveThread } from "@/lib/annotations/own";
import { annotationParams } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { countAct } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/annotations/[annotationId]/saved">;

/** Keeps the thread to come back to. */
export const PUT = route<Context>((_request, context) => save(context, true));

export const DELETE = route<Context>((_request, context) => save(context, false));

async function save({ params }: Context, isSaved: boolean): Promise<Response> {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  await countAct(id);
  await saveThread(id, annotationId, isSaved);
  return new Response(null, { status: 204 });
}
