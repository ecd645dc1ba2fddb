import { requireUser } from "@/lib/auth/session";
import { openInboxLive } from "@/lib/notifications/live";
import { eventStream } from "@/lib/server/event-stream";
import { route } from "@/lib/server/route";

/** Server-sent events: that something may be new in the person's inbox. */
export const GET = route(async (request) => {
  const { id } = await requireUser();
  return eventStream(request, (listener) => openInboxLive(id, listener));
});
