import { requireUser } from "@/lib/auth/session";
import { IMAGE_BODY_LIMIT } from "@/lib/readings/encode-image";
import { readingParams } from "@/lib/readings/schema";
import { addImage } from "@/lib/revisions/images";
import { readBytes } from "@/lib/server/body";
import { respond } from "@/lib/server/etag";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/readings/[readingId]/images">;

/** Keeps the image that the body is, whatever its declared type: what it is, its bytes tell. */
export const POST = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { readingId } = readingParams.parse(await params);
  const file = await readBytes(request, IMAGE_BODY_LIMIT);
  return respond(request, await addImage(id, readingId, file), { status: 201 });
});
