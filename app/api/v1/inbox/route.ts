import { requireUser } from "@/lib/auth/session";
import { changeInbox } from "@/lib/notifications/mutations";
import { countUnread, listInbox } from "@/lib/notifications/queries";
import { changeInboxInput, inboxQuery } from "@/lib/notifications/schema";
import { readJson } from "@/lib/server/body";
import { respond } from "@/lib/server/etag";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

/** A page of the person's inbox, and how much of all of it is unread. */
export const GET = route(async (request) => {
  const { id } = await requireUser();
  const query = readQuery(request, inboxQuery);
  const [page, unread] = await Promise.all([listInbox(id, query), countUnread(id)]);
  return respond(request, { ...page, unread });
});

/** Marks notices as read or unread, puts them away or back. */
export const PATCH = route(async (request) => {
  const { id } = await requireUser();
  await changeInbox(id, changeInboxInput.parse(await readJson(request)));
  return new Response(null, { status: 204 });
});
