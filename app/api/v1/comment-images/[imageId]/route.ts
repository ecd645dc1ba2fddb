import { getCommentImage } from "@/lib/annotations/images";
import { imageParams } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { respondImage } from "@/lib/server/image";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/comment-images/[imageId]">;

/** An image of a comment, for its readers: asked for anew each time, because it may be hidden by then. */
export const GET = route<Context>(async (request, { params }) => {
  const { id } = await requireUser();
  const { imageId } = imageParams.parse(await params);
  return respondImage(request, await getCommentImage(id, imageId), "private, no-cache");
});
