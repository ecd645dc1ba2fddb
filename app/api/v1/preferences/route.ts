import { requireUser } from "@/lib/auth/session";
import { changePreferences } from "@/lib/preferences/mutations";
import { findPreferences } from "@/lib/preferences/queries";
import { changePreferencesInput } from "@/lib/preferences/schema";
import { readJson } from "@/lib/server/body";
import { respond } from "@/lib/server/etag";
import { route } from "@/lib/server/route";

/** What the person has chosen; what is not named is as usual. */
export const GET = route(async (request) => {
  const { id } = await requireUser();
  return respond(request, await findPreferences(id));
});

/** Changes what is named, and leaves the rest. */
export const PATCH = route(async (request) => {
  const { id } = await requireUser();
  await changePreferences(id, changePreferencesInput.parse(await readJson(request)));
  return respond(request, await findPreferences(id));
});
