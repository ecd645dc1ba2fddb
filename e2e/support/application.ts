import { spawn } from "node:child_process";

/** The built application, running as `npm start` runs it. */
export interface Application {
  url: string;
  pid: number;
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** A first start may have to build, and a machine may be busy with other tests. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Starts one instance on the database and with the secret of this process's environment. Any
 * number of them may run at once.
 *
 * @throws with everything it said when it does not come up
 */
export async function startApplication({
  port = "0",
  databaseUrl = process.env.DATABASE_URL,
} = {}): Promise<Application> {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...environment,
      NODE_ENV: "production",
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      PORT: port,
      HOSTNAME: "",
      DEMO: "1",
      LOG_LEVEL: "warn",
    },
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal);
    await ended;
  };
  const stop = end("SIGTERM");

  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`The application ${reason}:\n${said}`));
    const late = setTimeout(() => fail("did not come up"), PATIENCE_MS);
    const read = (chunk: Buffer) => {
      said += chunk;
      const found = /http:\/\/localhost:\d+/.exec(said);
      if (!found) return;
      clearTimeout(late);
      resolve(found[0]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    ended.then(() => fail("ended"));
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url, pid: child.pid ?? 0, stop, kill: end("SIGKILL") };
}
