import path from "node:path";

import { type EmbeddedServer, startEmbedded } from "@/lib/db/embedded";
import { openDataFolder } from "@/lib/db/embedded/data-folder";
import type { Environment } from "@/lib/env";
import { SetupError } from "@/lib/setup-error";
import { type Lock, takeLock } from "../lock";
import { requireServer } from "./require-server";

/** A database that answers, and how to leave it. */
export interface OpenDatabase {
  url: string;
  /** Rejects when the database ends while we need it. Never settles for one that others run. */
  lost: Promise<never>;
  close(): Promise<void>;
}

interface Options {
  /** Is told, in a line, what takes long or may surprise. */
  say: (line: string) => void;
  /** Where a running Postil has the embedded database already, goes to that one as well. */
  mayShare?: boolean;
}

/**
 * Opens the database of DATABASE_URL, or starts the embedded one in the data folder, which no
 * other process can then start on until it is closed.
 *
 * @throws SetupError when there is none to be had
 */
export async function openDatabase(
  settings: Environment,
  { say, mayShare = false }: Options,
): Promise<OpenDatabase> {
  if (settings.DATABASE_URL) {
    await requireServer(settings.DATABASE_URL);
    return foreign(settings.DATABASE_URL);
  }
  const folder = openDataFolder(settings.POSTIL_DATA);
  const taken = takeLock(path.join(folder, "lock"));
  if ("lock" in taken) return start(folder, taken.lock, say);
  const { pid, url } = taken.holder;
  if (mayShare && url) return foreign(url);
  throw new SetupError(
    `Another Postil (process ${pid}) uses the data folder ${folder}. Stop it, or name another folder in POSTIL_DATA.`,
  );
}

function foreign(url: string): OpenDatabase {
  return { url, lost: new Promise(() => {}), close: async () => {} };
}

async function start(
  folder: string,
  lock: Lock,
  say: (line: string) => void,
): Promise<OpenDatabase> {
  let server: EmbeddedServer;
  try {
    server = await startEmbedded(folder, { say });
  } catch (error) {
    lock.release();
    throw error;
  }
  lock.rewrite({ pid: process.pid, url: server.url });
  let isClosing = false;
  const lost = server.ended.then((): Promise<never> => {
    if (isClosing) return new Promise(() => {});
    throw new SetupError(
      `PostgreSQL ended by itself; why is in ${path.join(folder, "postgres.log")}. Start Postil again.`,
    );
  });
  // Whoever waits for it hears of it; until somebody does, it is no error of Node's.
  lost.catch(() => {});
  return {
    url: server.url,
    lost,
    async close() {
      isClosing = true;
      await server.stop();
      lock.release();
    },
  };
}
