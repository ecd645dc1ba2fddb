import { requireUser } from "@/lib/auth/session";
import { getImage } from "@/lib/revisions/images";
import { imageParams } from "@/lib/revisions/schema";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/images/[imageId]">;

/** An image of a text, for its readers. It never changes, so a browser that has it need not ask again. */
export const GET = route<Context>(async (_request, { params }) => {
  const user = await requireUser();
  const { imageId } = imageParams.parse(await params);
  const { type, hash, bytes } = await getImage(user.id, imageId);
  return new Response(bytes, {
    headers: {
      "content-type": type,
      "content-length": String(bytes.byteLength),
      "cache-control": "private, max-age=31536000, immutable",
      etag: `"${hash}"`,
      vary: "cookie",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "content-disposition": "inline",
    },
  });
});
