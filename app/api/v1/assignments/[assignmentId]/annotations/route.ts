import { createAnnotation } from "@/lib/annotations/mutations";
import { listThreads } from "@/lib/annotations/queries";
import { createAnnotationInput, threadsQuery } from "@/lib/annotations/schema";
import { assignmentParams } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { respond } from "@/lib/server/etag";
import { countAct, countPost } from "@/lib/server/limit";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/assignments/[assignmentId]/annotations">;

/** A page of threads in the order of the text, or the threads named by `ids`. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  const query = readQuery(request, threadsQuery);
  return respond(request, await listThreads(id, assignmentId, query));
});

/** Annotates a passage. Sending the same `id` again changes nothing and answers the same. */
export const POST = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  const input = createAnnotationInput.parse(await readJson(request));
  await (input.comment ? countPost(id) : countAct(id));
  const thread = await createAnnotation(id, assignmentId, input);
  return respond(request, thread, { status: 201, version: thread.version });
});
