import "server-only";

import { env } from "@/lib/env";

/**
 * The address a request came from.
 *
 * Our server writes the socket's address into `x-forwarded-for` itself and throws away what a
 * client claims; with TRUST_PROXY = n proxies in front, it keeps the header and the n-th entry
 * from the right is the client's, because each proxy appends the address it saw.
 */
export function clientAddress(headers: Headers): string {
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((each) => each.trim());
  return hops.at(-Math.max(1, env.TRUST_PROXY)) || "unknown";
}
