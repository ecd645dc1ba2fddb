import { requireUser } from "@/lib/auth/session";
import { getSourceFile } from "@/lib/imports/queries";
import { readingParams } from "@/lib/readings/schema";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/readings/[readingId]/source">;

/** The file that a reading was made of, to be kept and never to be shown by a browser. */
export const GET = route<Context>(async (_, { params }) => {
  const user = await requireUser();
  const { readingId } = readingParams.parse(await params);
  const { name, bytes } = await getSourceFile(user.id, readingId);
  return new Response(bytes, {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; sandbox",
      vary: "cookie",
    },
  });
});
