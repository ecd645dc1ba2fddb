import { requireUser } from "@/lib/auth/session";
import { readingParams } from "@/lib/readings/schema";
import { discardDraft, saveDraft } from "@/lib/revisions/draft";
import { getDraft } from "@/lib/revisions/queries";
import { DRAFT_BODY_LIMIT, saveDraftInput } from "@/lib/revisions/schema";
import { readJson } from "@/lib/server/body";
import { requiredVersion, respond } from "@/lib/server/etag";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/readings/[readingId]/draft">;

/** The next revision as it was saved last; the newest revision, of version 0, where none was begun. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { readingId } = readingParams.parse(await params);
  const draft = await getDraft(id, readingId);
  return respond(request, draft, { version: draft.version });
});

/** Saves it. If-Match names the version that it was made from. */
export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { readingId } = readingParams.parse(await params);
  const version = requiredVersion(request);
  const input = saveDraftInput.parse(await readJson(request, DRAFT_BODY_LIMIT));
  const saved = await saveDraft(id, readingId, version, input);
  return respond(request, saved, { version: saved.version });
});

export const DELETE = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { readingId } = readingParams.parse(await params);
  await discardDraft(id, readingId, requiredVersion(request));
  return new Response(null, { status: 204 });
});
