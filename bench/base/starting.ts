import { spawn } from "node:child_process";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { beside, type Row } from "../support/row";

/** `npm start` on an empty data folder and on the one that it left, the application being built. */
export async function measureStarts(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "postil-bench-"));
  try {
    const first: Row = {
      name: "first start: a database is made, migrated, filled",
      value: await startOnce(folder),
      unit: "ms",
    };
    return [first, beside(first, "second start", await startOnce(folder))];
  } finally {
    const cluster = await realpath(path.join(folder, "postgres")).catch(() => folder);
    for (const each of [cluster, folder]) await rm(each, { recursive: true, force: true });
  }
}

/** Milliseconds until it says that it is ready; then it is stopped. */
async function startOnce(folder: string): Promise<number> {
  const { DATABASE_URL: _, AUTH_SECRET: __, NODE_OPTIONS: ___, ...environment } = process.env;
  const begun = performance.now();
  const child = spawn("npm", ["start"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...environment, NODE_ENV: "production", PORT: "0", POSTIL_DATA: folder },
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const ready = new Promise<number>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk;
      if (said.includes("http://localhost:")) resolve(performance.now() - begun);
    });
    ended.then(() => reject(new Error(`npm start ended: ${said}`)));
  });
  const time = await ready;
  child.kill("SIGTERM");
  await ended;
  return time;
}
