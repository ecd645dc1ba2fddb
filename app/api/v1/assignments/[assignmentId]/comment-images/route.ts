import { addCommentImage } from "@/lib/annotations/images";
import { assignmentParams } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { IMAGE_BODY_LIMIT } from "@/lib/readings/encode-image";
import { readBytes } from "@/lib/server/body";
import { respond } from "@/lib/server/etag";
import { countUpload } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/assignments/[assignmentId]/comment-images">;

/** Keeps the image that the body is, for a comment that is being written. */
export const POST = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { assignmentId } = assignmentParams.parse(await params);
  await countUpload(id);
  const file = await readBytes(request, IMAGE_BODY_LIMIT);
  return respond(request, await addCommentImage(id, assignmentId, file), { status: 201 });
});
