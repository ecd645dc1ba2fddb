import { applyMigrations } from "@/lib/db/migrate";
import type { ShutdownHooks } from "@/lib/server/shutdown";
import { ensureBuild } from "../build/ensure-build";
import { ensureClient } from "../build/ensure-client";
import { type OpenDatabase, openDatabase } from "../database/open-database";
import { type Application, openApplication } from "../serve/open-application";
import { openDoor } from "../serve/open-door";
import { readSettings } from "../settings";
import { Stopped, stopSignal } from "../stop-signal";
import { findAuthSecret } from "./auth-secret";
import { greeting } from "./greeting";
import { loadDemoOnce } from "./load-demo";

/**
 * Runs Postil from nothing to an orderly end: takes the port, opens the database and brings it up
 * to date, builds what is not built, and serves until it is told to stop.
 *
 * What can fail at once comes before what takes long.
 *
 * @throws SetupError when something on this machine is in the way
 */
export async function run(mode: "production" | "development"): Promise<void> {
  const signal = stopSignal();
  const say = console.log;
  const settings = readSettings(mode);
  const door = await openDoor(settings);
  let database: OpenDatabase | undefined;
  let application: Application | undefined;
  try {
    const secret = findAuthSecret(settings, say);
    database = await openDatabase(settings, { say });
    signal.throwIfAborted();
    await applyMigrations(database.url);
    if (mode === "production") await ensureBuild({ say, signal });
    else await ensureClient({ say, signal });
    // The application parses the environment itself, and must find what was settled here.
    Object.assign(process.env, {
      DATABASE_URL: database.url,
      AUTH_SECRET: secret,
      DEMO: settings.DEMO ? "1" : "0",
      PORT: String(door.port),
    });
    if (settings.DEMO) await loadDemoOnce(database.url, say);
    signal.throwIfAborted();
    application = await openApplication(door, mode === "development");
    door.serve(application.listener);
    say(greeting(door.address, settings.DEMO));
    await Promise.race([abortOf(signal), database.lost]);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    say("Stopping …");
  } finally {
    await door.close(() => shutdownHooks()?.endStreams());
    await application?.close();
    await shutdownHooks()?.closeDb();
    await database?.close();
  }
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    if (signal.aborted) reject(signal.reason);
  });
}

/** Left by the application's `instrumentation.ts`, which is in a bundle of its own. */
function shutdownHooks(): ShutdownHooks | undefined {
  return (globalThis as { [KEY]?: ShutdownHooks })[KEY];
}

const KEY = Symbol.for("postil.shutdown");
