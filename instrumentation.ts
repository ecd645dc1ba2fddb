/** Called by Next once in each server process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { closeOnShutdown } = await import("@/lib/server/shutdown");
  closeOnShutdown();
}
