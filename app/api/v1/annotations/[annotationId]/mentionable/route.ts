import { listMentionable } from "@/lib/annotations/mentions";
import { annotationParams, mentionableQuery } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { respond } from "@/lib/server/etag";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/annotations/[annotationId]/mentionable">;

/** Who can be mentioned in the thread, by a part of their name. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { annotationId } = annotationParams.parse(await params);
  const query = readQuery(request, mentionableQuery);
  return respond(request, await listMentionable(id, annotationId, query));
});
