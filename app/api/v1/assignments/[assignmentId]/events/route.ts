import { openLive } from "@/lib/annotations/live";
import { eventsQuery } from "@/lib/annotations/schema";
import { assignmentParams } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { eventStream } from "@/lib/server/event-stream";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/assignments/[assignmentId]/events">;

/** Server-sent events: what changes in the assignment, from `Last-Event-ID` (or `after`) on. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  const { after } = readQuery(request, eventsQuery);
  const cursor = request.headers.get("last-event-id") ?? after ?? null;
  return eventStream(request, (listener) => openLive(id, assignmentId, cursor, listener));
});
