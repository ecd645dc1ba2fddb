import { followPerson } from "@/lib/annotations/following";
import { voiceParams } from "@/lib/annotations/schema";
import { requireUser } from "@/lib/auth/session";
import { countAct } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

type Context = RouteContext<"/api/v1/people/[voiceId]/follow">;

/** Follows what the person writes under their name. */
export const PUT = route<Context>((_request, context) => change(context, true));

export const DELETE = route<Context>((_request, context) => change(context, false));

async function change({ params }: Context, isSet: boolean): Promise<Response> {
  const { id } = await requireUser();
  const { voiceId } = voiceParams.parse(await params);
  await countAct(id);
  await followPerson(id, voiceId, isSet);
  return new Response(null, { status: 204 });
}
