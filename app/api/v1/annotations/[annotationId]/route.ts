import { changeAnnotation } from "@/lib/annotations/mutations";
import { getThread } from "@/lib/annotations/queries";
import { removeAnnotation } from "@/lib/annotations/removal";
import { annotationParams, changeAnnotationInput } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { requiredVersion, respond } from "@/lib/server/etag";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/annotations/[annotationId]">;

export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  const thread = await getThread(id, annotationId);
  return respond(request, thread, { version: thread.version });
});

export const PATCH = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  const version = requiredVersion(request);
  const input = changeAnnotationInput.parse(await readJson(request));
  const thread = await changeAnnotation(id, annotationId, version, input);
  return respond(request, thread, { version: thread.version });
});

export const DELETE = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  await removeAnnotation(id, annotationId, requiredVersion(request));
  return new Response(null, { status: 204 });
});
