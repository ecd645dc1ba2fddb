import { reportComment } from "@/lib/annotations/reports";
import { commentParams, reportInput } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { readJson } from "@/lib/server/body";
import { countAct } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/comments/[commentId]/report">;

/** Calls upon the staff to look at the comment, for the reason that is named. */
export const PUT = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { commentId } = commentParams.parse(await params);
  const input = reportInput.parse(await readJson(request));
  await countAct(id);
  await reportComment(id, commentId, input);
  return new Response(null, { status: 204 });
});
