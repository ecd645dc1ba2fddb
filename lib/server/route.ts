import "server-only";

import { getTranslations } from "next-intl/server";
import { ZodError } from "zod";

import { Refusal } from "@/lib/errors";
import { log } from "@/lib/log";
import { describeIssues } from "./issues";
import { requireSameOrigin } from "./origin";
import { problem } from "./problem";

/**
 * Wraps a route handler: writes that carry a cookie must come from this site, refusals become
 * `application/problem+json`, and a bug is logged once under a request id that the answer names.
 */
export function route<Context>(handler: (request: Request, context: Context) => Promise<Response>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      requireSameOrigin(request);
      return await handler(request, context);
    } catch (error) {
      return explain(request, error);
    }
  };
}

async function explain(request: Request, error: unknown): Promise<Response> {
  const t = await getTranslations("errors");
  if (error instanceof ZodError) {
    const errors = describeIssues(error).map(({ field, key, values }) => ({
      field,
      detail: t(key, values),
    }));
    const detail = errors[0]?.detail ?? t("wrongValue");
    return problem({ status: 400, code: "wrongValue", detail, errors });
  }
  if (error instanceof Refusal) {
    const { values, field, retryAfter } = error.details;
    const detail = t(error.key, values);
    return problem({
      status: error.status,
      code: error.key,
      detail,
      errors: field ? [{ field, detail }] : undefined,
      retryAfter,
    });
  }
  const requestId = crypto.randomUUID();
  const { pathname } = new URL(request.url);
  log.error({ err: error, requestId, method: request.method, pathname }, "route failed");
  return problem({ status: 500, code: "unexpected", detail: t("unexpectedApi"), requestId });
}
