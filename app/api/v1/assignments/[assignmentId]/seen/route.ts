import { markSeen } from "@/lib/annotations/activity";
import { assignmentParams } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/assignments/[assignmentId]/seen">;

/** Remembers that the reader has the assignment open now. */
export const POST = route<Context>(async (_request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  await markSeen(id, assignmentId, new Date());
  return new Response(null, { status: 204 });
});
