import { requireUser } from "@/lib/auth/session";
import { exportNotebook, FILES } from "@/lib/notebook/export";
import { openOwn } from "@/lib/notebook/queries";
import { exportQuery } from "@/lib/notebook/schema";
import { notebookWords } from "@/lib/notebook/words";
import { download } from "@/lib/server/download";
import { originOf } from "@/lib/server/origin";
import { readQuery } from "@/lib/server/query";
import { route } from "@/lib/server/route";

/** The person's own notebook as a file, narrowed as the page is. */
export const GET = route(async (request) => {
  const user = await requireUser();
  const query = readQuery(request, exportQuery);
  const notebook = await openOwn(user.id, query);
  const words = await notebookWords(null, user.timeZone);
  const { format } = query;
  const pieces = exportNotebook(notebook, { format, origin: originOf(request), words });
  return download(pieces, FILES[format]);
});
