import "server-only";

import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

import type { Cluster } from "./cluster";
import { NAME } from "./init";
import { ENVIRONMENT } from "./run";

/** A PostgreSQL server of our own, on the loopback interface of this machine. */
export interface EmbeddedServer {
  /** The address of Postil's database on it, with the password. */
  url: string;
  /** Settles when the server has ended, whether it was told to or not. */
  ended: Promise<void>;
  /** Ends its connections and stops it, with everything written to disk. */
  stop(): Promise<void>;
}

/** Starts the server of a cluster on a port. Whether it comes up is for the caller to find out. */
export function launch(
  cluster: Cluster,
  port: number,
  log: string,
  disposable: boolean,
): EmbeddedServer {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "log_min_messages=warning",
    ...(disposable ? THROWAWAY : []),
  ].flatMap((setting) => ["-c", setting]);
  const output = openSync(log, "w", 0o600);
  // Detached: Ctrl+C in a terminal reaches every process of the foreground group, and the server
  // must outlast the application, which still has answers to finish.
  const child = spawn(
    "/bin/sh",
    ["-c", SCRIPT, "sh", cluster.postgres, "-D", cluster.folder, "-p", String(port), ...settings],
    {
      ...cluster.account,
      cwd: "/",
      env: ENVIRONMENT,
      stdio: ["ignore", output, output, "pipe"],
      detached: true,
    },
  );
  closeSync(output);
  const lifeline = child.stdio[3] as NodeJS.WritableStream;
  lifeline.on("error", () => {});
  const ended = endOf(child).finally(() => lifeline.end());
  return {
    url: `postgresql://${NAME}:${cluster.password}@127.0.0.1:${port}/${NAME}`,
    ended,
    async stop() {
      lifeline.end();
      const late = setTimeout(() => child.kill("SIGQUIT"), 15_000);
      await ended;
      clearTimeout(late);
    },
  };
}

const THROWAWAY = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/**
 * A shell that becomes the server, after leaving a watcher behind that waits on a pipe from us.
 * The pipe closes when we close it and when we die; then the watcher asks the server to stop.
 * The watcher is no child of the server, which would wonder about it.
 */
const SCRIPT = `( ( read -r _ <&3; kill -INT $$ ) 3<&3 2>/dev/null & ) ; exec "$@" 3<&-`;

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
}
