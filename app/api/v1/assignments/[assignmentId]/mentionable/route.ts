import { listMentionableInNew } from "@/lib/annotations/mentions";
import { newMentionableQuery } from "@/lib/annotations/schema";
import { assignmentParams } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { respond } from "@/lib/server/etag";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/assignments/[assignmentId]/mentionable">;

/** Who can be mentioned in a new note for the audience that is named. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  const query = readQuery(request, newMentionableQuery);
  return respond(request, await listMentionableInNew(id, assignmentId, query));
});
