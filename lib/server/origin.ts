import "server-only";

import { env } from "@/lib/env";
import { Forbidden } from "@/lib/errors";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a write with a cookie that a page of another site started.
 *
 * Every browser in use names the origin of a write (Fetch standard, "append a request Origin
 * header"), so a write without one comes from a program that holds the cookie itself and is
 * no forgery.
 *
 * @throws Forbidden when the origin is another site's
 */
export function requireSameOrigin(request: Request): void {
  if (READS.has(request.method) || !request.headers.has("cookie")) return;
  const site = request.headers.get("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") throw new Forbidden("wrongOrigin");
  const origin = request.headers.get("origin");
  if (origin && !isOurs(origin, request)) throw new Forbidden("wrongOrigin");
}

function isOurs(origin: string, request: Request): boolean {
  const forwarded = env.TRUST_PROXY > 0 ? request.headers.get("x-forwarded-host") : null;
  const host = forwarded ?? request.headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Where people reach this site, for addresses that leave it: `https://postil.example.edu`. */
export function originOf(request: Request): string {
  const isBehind = env.TRUST_PROXY > 0;
  const forwarded = (name: string) =>
    isBehind ? request.headers.get(`x-forwarded-${name}`)?.split(",")[0]?.trim() : undefined;
  const { protocol, host } = new URL(request.url);
  const scheme = forwarded("proto") ?? protocol.replace(":", "");
  return `${scheme}://${forwarded("host") ?? request.headers.get("host") ?? host}`;
}
