import { assignmentParams } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { rememberPlace } from "@/lib/places/mutations";
import { findPlace } from "@/lib/places/queries";
import { placeInput } from "@/lib/places/schema";
import { readJson } from "@/lib/server/body";
import { respond } from "@/lib/server/etag";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/assignments/[assignmentId]/place">;

/** Where the reader was in the text; null where nothing is known. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  return respond(request, { place: await findPlace(id, assignmentId) });
});

/** Remembers where the reader is. */
export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  await rememberPlace(id, assignmentId, placeInput.parse(await readJson(request)));
  return new Response(null, { status: 204 });
});
