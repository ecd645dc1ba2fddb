import { requireUser } from "@/lib/auth/session";
import { getImage } from "@/lib/revisions/images";
import { imageParams } from "@/lib/revisions/schema";
import { respondImage } from "@/lib/server/image";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/images/[imageId]">;

/** An image of a text, for its readers. It never changes, so a browser that has it need not ask again. */
export const GET = route<Context>(async (request, { params }) => {
  const user = await requireUser();
  const { imageId } = imageParams.parse(await params);
  const image = await getImage(user.id, imageId);
  return respondImage(request, image, "private, max-age=31536000, immutable");
});
