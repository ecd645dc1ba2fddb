import { discardDraft, listDrafts, saveDraft } from "@/lib/annotations/drafts";
import {
  DRAFT_BODY_LIMIT,
  draftPlace,
  draftsQuery,
  saveDraftInput,
} from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { requiredVersion, respond } from "@/lib/server/etag";
import { countAct } from "@/lib/server/limit";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

/** One's drafts in the assignment that the query names, or the one of a place. */
export const GET = route(async (request) => {
  const { id } = await requireUser();
  return respond(request, await listDrafts(id, readQuery(request, draftsQuery)));
});

/** Saves one. If-Match names the version that it was made from, `"0"` for none. */
export const PUT = route(async (request) => {
  const { id } = await requireUser();
  const place = readQuery(request, draftPlace);
  const version = requiredVersion(request);
  const input = saveDraftInput.parse(await readJson(request, DRAFT_BODY_LIMIT));
  await countAct(id);
  const saved = await saveDraft(id, place, version, input);
  return respond(request, saved, { version: saved.draft.version });
});

/** Throws it away. */
export const DELETE = route(async (request) => {
  const { id } = await requireUser();
  const place = readQuery(request, draftPlace);
  await countAct(id);
  await discardDraft(id, place, requiredVersion(request));
  return new Response(null, { status: 204 });
});
