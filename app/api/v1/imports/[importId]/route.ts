import { requireUser } from "@/lib/auth/session";
import { cancelImport } from "@/lib/imports/mutations";
import { getImport } from "@/lib/imports/queries";
import { importParams } from "@/lib/imports/schema";
import { respond } from "@/lib/server/etag";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/imports/[importId]">;

/** How far an import is. */
export const GET = route<Context>(async (request, { params }) => {
  const user = await requireUser();
  const { importId } = importParams.parse(await params);
  return respond(request, await getImport(user.id, importId));
});

/** Ends an import. */
export const DELETE = route<Context>(async (_, { params }) => {
  const user = await requireUser();
  const { importId } = importParams.parse(await params);
  await cancelImport(user.id, importId);
  return new Response(null, { status: 204 });
});
