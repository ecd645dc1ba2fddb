import { unsubscribeInput } from "@/lib/notifications/schema";
import { unsubscribe } from "@/lib/notifications/unsubscribe";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/unsubscribe/[token]">;

/** What mail programs send for a person who wants no more of a mail (RFC 8058): without a cookie. */
export const POST = route<Context>(async (_request, { params }) => {
  const { token } = unsubscribeInput.parse(await params);
  await unsubscribe(token);
  return new Response(null, { status: 204 });
});

/** A program that only knows links leads the person to the page, which asks before it acts. */
export const GET = route<Context>(async (_request, { params }) => {
  const { token } = unsubscribeInput.parse(await params);
  const location = `/unsubscribe/${encodeURIComponent(token)}`;
  return new Response(null, { status: 303, headers: { location } });
});
