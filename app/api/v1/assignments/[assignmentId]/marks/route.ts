import { getMarksTag, listMarks } from "@/lib/annotations/marks";
import { assignmentParams, shownQuery } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { respondTagged } from "@/lib/server/etag";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/assignments/[assignmentId]/marks">;

/** Where all annotations lie, in columns. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  const shown = readQuery(request, shownQuery);
  const tag = await getMarksTag(id, assignmentId, shown);
  return respondTagged(request, tag, () => listMarks(id, assignmentId, shown));
});
