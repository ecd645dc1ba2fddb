import { existsSync } from "node:fs";

import { type Environment, readEnvironment } from "@/lib/env";

/**
 * The checked settings, from the environment and, for what is not set there, from `.env.local`
 * and `.env`. Settles for everything that reads NODE_ENV later which mode this process is in.
 *
 * @throws SetupError when one has a value that it cannot have
 */
export function readSettings(mode: "production" | "development"): Environment {
  for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file);
  Object.assign(process.env, { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" });
  return readEnvironment(process.env);
}
