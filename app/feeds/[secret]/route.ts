import { getCourseFeed } from "@/lib/notifications/feed";
import { feedParams } from "@/lib/notifications/schema";
import { respondAtom } from "@/lib/server/atom";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/feeds/[secret]">;

/** What is written for a whole course, for programs that read feeds: the address is the key. */
export const GET = route<Context>(async (request, { params }) => {
  const { secret } = feedParams.parse(await params);
  return respondAtom(request, await getCourseFeed(secret));
});
