import type { Instrumentation } from "next";

/** Called by Next once in each server process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { registerShutdown } = await import("@/lib/server/shutdown");
  const { startJobs } = await import("@/lib/jobs");
  registerShutdown();
  startJobs();
}

/** Called by Next for what a page or its parts threw: logged under the number the page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/lib/log");
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  const { method } = request;
  log.error({ err: error, requestId: digest, method, route: context.routePath }, "page failed");
};
