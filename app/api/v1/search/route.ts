import { requireUser } from "@/lib/auth/session";
import { search } from "@/lib/search/queries";
import { searchQuery } from "@/lib/search/schema";
import { respond } from "@/lib/server/etag";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

/** A page of what `q` finds in readings, discussion and people. */
export const GET = route(async (request) => {
  const user = await requireUser();
  return respond(request, await search(user, readQuery(request, searchQuery)));
});
