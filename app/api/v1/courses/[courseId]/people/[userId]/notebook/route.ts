import { requireUser } from "@/lib/auth/session";
import { personInput } from "@/lib/courses/schema";
import { exportNotebook, FILES } from "@/lib/notebook/export";
import { getPerson, openOfPerson } from "@/lib/notebook/queries";
import { exportQuery } from "@/lib/notebook/schema";
import { notebookWords } from "@/lib/notebook/words";
import { download } from "@/lib/server/download";
import { originOf } from "@/lib/server/origin";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/courses/[courseId]/people/[userId]/notebook">;

/** What a person wrote in the course as a file, for its staff, as far as they may see it. */
export const GET = route<Context>(async (request, { params }) => {
  const user = await requireUser();
  const { courseId, userId: personId } = personInput.parse(await params);
  const query = readQuery(request, exportQuery);
  const person = await getPerson(user.id, courseId, personId);
  const notebook = await openOfPerson(user.id, { courseId, personId }, query);
  const words = await notebookWords(person, user.timeZone);
  const { format } = query;
  const pieces = exportNotebook(notebook, { format, origin: originOf(request), words });
  return download(pieces, FILES[format]);
});
