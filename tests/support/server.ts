import { mkdtemp, readdir, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { startEmbedded } from "@/lib/db/embedded";

/** A PostgreSQL server on which tests may make and drop databases. */
interface TestServer {
  url: string;
  close(): Promise<void>;
}

const PREFIX = "postil-test-";

/** The server of DATABASE_URL, or one from npm in a temporary folder, for this run alone. */
export async function openServer(): Promise<TestServer> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, close: async () => {} };

  await removeLeftovers();
  const folder = await mkdtemp(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  try {
    const server = await startEmbedded(folder, { disposable: true });
    const close = async () => {
      await server.stop();
      await removeFolder(folder);
    };
    return { url: server.url, close };
  } catch (error) {
    await removeFolder(folder);
    throw error;
  }
}

/** The server of a run that was killed ended with it; its folder could not. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(PREFIX) && Number.parseInt(name.slice(PREFIX.length), 10);
    if (pid && !isRunning(pid)) await removeFolder(path.join(tmpdir(), name));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** With the cluster, which is elsewhere where the database's user cannot enter the folder. */
async function removeFolder(folder: string): Promise<void> {
  const cluster = await realpath(path.join(folder, "postgres")).catch(() => folder);
  for (const each of [cluster, folder]) await rm(each, { recursive: true, force: true });
}
