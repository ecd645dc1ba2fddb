import "server-only";

import pino from "pino";

import { env } from "@/lib/env";

/** The process's log: one JSON line an entry on standard output, never with what people wrote. */
export const log = pino({ level: env.LOG_LEVEL, base: undefined });
