import { answerQuestion } from "@/lib/annotations/answers";
import { annotationParams, answerInput } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { respond } from "@/lib/server/etag";
import { countAct } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/annotations/[annotationId]/answer">;

/** Calls the question answered, by the comment that is named if one is. */
export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  const input = answerInput.parse(await readJson(request));
  await countAct(id);
  const thread = await answerQuestion(id, annotationId, input);
  return respond(request, thread, { version: thread.version });
});

/** Opens it again. */
export const DELETE = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  await countAct(id);
  const thread = await answerQuestion(id, annotationId, null);
  return respond(request, thread, { version: thread.version });
});
