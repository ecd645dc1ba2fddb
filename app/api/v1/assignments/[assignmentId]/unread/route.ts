import { markSeenInput } from "@/lib/annotations/schema";
import { listUnread, markThreadsSeen } from "@/lib/annotations/unread";
import { assignmentParams } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { respond } from "@/lib/server/etag";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/assignments/[assignmentId]/unread">;

/** The threads that hold something the reader has not seen. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  return respond(request, await listUnread(id, assignmentId));
});

/** Remembers that the reader saw these threads; without naming any, all. */
export const POST = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  await markThreadsSeen(id, assignmentId, markSeenInput.parse(await readJson(request)));
  return new Response(null, { status: 204 });
});
