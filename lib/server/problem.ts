import "server-only";

import { STATUS_CODES } from "node:http";

interface Problem {
  status: number;
  /** Stable name of the refusal, for programs. */
  code: string;
  /** What is wrong and how to mend it, for people. */
  detail: string;
  errors?: { field: string; detail: string }[] | undefined;
  /** Seconds. */
  retryAfter?: number | undefined;
  requestId?: string;
}

/** An error answer in the form of RFC 9457, with the fields at fault in `errors`. */
export function problem({ status, retryAfter, ...rest }: Problem): Response {
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  });
  if (retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  if (rest.requestId) headers.set("x-request-id", rest.requestId);
  const body = { type: "about:blank", title: STATUS_CODES[status], status, ...rest };
  return new Response(JSON.stringify(body), { status, headers });
}
