import { checkHealth } from "@/lib/server/health";

/** For load balancers and whoever watches over the server: 503 when it cannot serve. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
