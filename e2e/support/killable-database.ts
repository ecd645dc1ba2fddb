import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";

import { startEmbedded } from "@/lib/db/embedded";

/** A database of its own, as `npm start` runs it, at one address over all its deaths. */
export interface KillableDatabase {
  url: string;
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Ends the server with SIGKILL, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts it again on what is on the disk. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Safe from a crash, as any other database of the application: with fsync, unlike the tests' own. */
export async function openKillableDatabase(): Promise<KillableDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), "postil-killed-"));
  let server = await startEmbedded(folder);
  const sockets = new Set<Socket>();
  // PostgreSQL takes another port each time; those who are connected know one.
  const door = createServer((client) => {
    const back = connect(Number(new URL(server.url).port), "127.0.0.1");
    for (const [from, to] of [[client, back] as const, [back, client] as const]) {
      sockets.add(from);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  const address = new URL(server.url);
  address.port = String((door.address() as AddressInfo).port);

  return {
    url: address.href,
    async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      try {
        return (await client.query<Row>(text, values)).rows;
      } finally {
        await client.end();
      }
    },
    async kill() {
      const cluster = realpathSync(path.join(folder, "postgres"));
      const pid = Number.parseInt(readFileSync(path.join(cluster, "postmaster.pid"), "utf8"), 10);
      process.kill(pid, "SIGKILL");
      await server.ended;
    },
    async start() {
      server = await startEmbedded(folder);
    },
    async remove() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => door.close(resolve));
      await server.stop();
      const cluster = realpathSync(path.join(folder, "postgres"));
      for (const each of [cluster, folder]) rmSync(each, { recursive: true, force: true });
    },
  };
}
