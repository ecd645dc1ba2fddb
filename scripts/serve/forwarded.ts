import type { IncomingMessage } from "node:http";

/**
 * Makes the request's `x-forwarded-*` headers true.
 *
 * With proxies in front, those wrote them and they stay. Without, anybody could have: they go,
 * and Next fills in the host as it was asked for and the scheme. The address is the socket's.
 */
export function settleForwarded(request: IncomingMessage, trustedProxies: number): void {
  if (trustedProxies > 0 && request.headers["x-forwarded-for"]) return;
  for (const name of Object.keys(request.headers)) {
    if (trustedProxies === 0 && name.startsWith("x-forwarded-")) delete request.headers[name];
  }
  // An address of IPv4 on a socket for both kinds comes in the form of IPv6.
  const address = request.socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/, "");
  request.headers["x-forwarded-for"] = address ?? "unknown";
}
