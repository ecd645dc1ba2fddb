import { changeAudience, forecastAudience } from "@/lib/annotations/audience";
import { annotationParams, changeAudienceInput } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { requiredVersion, respond } from "@/lib/server/etag";
import { countAct } from "@/lib/server/limit";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/annotations/[annotationId]/audience">;

/** What would come of giving the thread to the audience that the query names. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  const input = readQuery(request, changeAudienceInput);
  return respond(request, await forecastAudience(id, annotationId, input));
});

/** Gives it to them. */
export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  const version = requiredVersion(request);
  const input = changeAudienceInput.parse(await readJson(request));
  await countAct(id);
  const thread = await changeAudience(id, annotationId, version, input);
  return respond(request, thread, { version: thread.version });
});
