import { requireUser } from "@/lib/auth/session";
import { findForPalette } from "@/lib/search/palette";
import { paletteQuery } from "@/lib/search/schema";
import { respond } from "@/lib/server/etag";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

/** Where somebody who has typed `q` so far may want to go. */
export const GET = route(async (request) => {
  const user = await requireUser();
  const { q } = readQuery(request, paletteQuery);
  return respond(request, await findForPalette(user, q));
});
