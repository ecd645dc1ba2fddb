import "server-only";

import { createHash } from "node:crypto";

import { Stale, VersionRequired } from "@/lib/errors";

/**
 * A JSON answer with an ETag, or 304 when the client holds the same bytes already.
 *
 * The tag of a versioned resource begins with its version, so that a client may send back
 * either the whole tag or `"<version>"` in If-Match.
 */
export function respond(
  request: Request,
  body: unknown,
  options: { status?: number; version?: number } = {},
): Response {
  const text = JSON.stringify(body);
  const hash = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  const tag = options.version === undefined ? `"${hash}"` : `"${options.version}.${hash}"`;
  return unchanged(request, tag) ?? answer(text, tag, options.status);
}

/**
 * The same where the tag is known without the answer, which is then made only for those who do
 * not hold it already. `tag` must change whenever the answer would.
 */
export async function respondTagged(
  request: Request,
  tag: string,
  make: () => Promise<unknown>,
): Promise<Response> {
  const quoted = `"${tag}"`;
  return unchanged(request, quoted) ?? answer(JSON.stringify(await make()), quoted);
}

function unchanged(request: Request, tag: string): Response | null {
  const isHeld = request.method === "GET" && matches(request.headers.get("if-none-match"), tag);
  return isHeld ? new Response(null, { status: 304, headers: headersOf(tag) }) : null;
}

function answer(text: string, tag: string, status = 200): Response {
  const headers = { ...headersOf(tag), "content-type": "application/json" };
  return new Response(text, { status, headers });
}

function headersOf(tag: string) {
  return { etag: tag, "cache-control": "private, no-cache", vary: "cookie" };
}

/** If-None-Match compares weakly (RFC 9110, 13.1.2): a proxy that compresses makes tags weak. */
function matches(header: string | null, tag: string): boolean {
  return header?.split(",").some((each) => each.trim().replace(/^W\//, "") === tag) ?? false;
}

/**
 * The version that an edit says it changes, from If-Match.
 *
 * @throws VersionRequired without the header
 * @throws Stale when it names no version of ours
 */
export function requiredVersion(request: Request): number {
  const header = request.headers.get("if-match");
  if (!header) throw new VersionRequired();
  const version = /^(?:W\/)?"(\d{1,9})(?:\.[\w-]+)?"$/.exec(header.trim())?.[1];
  if (!version) throw new Stale();
  return Number(version);
}
