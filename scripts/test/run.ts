import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Where the tools that the tests call keep their programs. Called by Node, so that no shell is needed. */
const TOOLS = {
  biome: "@biomejs/biome/bin/biome",
  knip: "knip/bin/knip.js",
  next: "next/dist/bin/next",
  playwright: "@playwright/test/cli.js",
  tsc: "typescript/bin/tsc",
  tsx: "tsx/dist/cli.mjs",
  vitest: "vitest/vitest.mjs",
};

export type Tool = keyof typeof TOOLS;

interface Running {
  signal: AbortSignal;
  environment?: Record<string, string>;
}

/**
 * Runs a tool in this terminal and returns its exit code.
 *
 * @throws the reason of the signal when that was aborted, once the tool has cleared up and ended
 */
export async function run(
  tool: Tool,
  given: string[],
  { signal, environment }: Running,
): Promise<number> {
  const program = path.resolve("node_modules", TOOLS[tool]);
  const child = spawn(process.execPath, [program, ...given], {
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  // The runners clear up on SIGINT alone. Ctrl+C has sent them one already, and a second one would
  // keep them from it.
  const stop = () => child.kill("SIGINT");
  process.once("SIGTERM", stop);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  }).finally(() => process.off("SIGTERM", stop));
  signal.throwIfAborted();
  return code ?? 1;
}

/** Lets `work` have a tool write a JSON report to a file, and returns what is in it, or null. */
export async function withReport<Report>(
  work: (file: string) => Promise<number>,
): Promise<{ exitCode: number; report: Report | null }> {
  const folder = await mkdtemp(path.join(tmpdir(), "postil-report-"));
  const file = path.join(folder, "report.json");
  try {
    const exitCode = await work(file);
    const text = await readFile(file, "utf8").catch(() => "null");
    return { exitCode, report: JSON.parse(text) as Report | null };
  } finally {
    await rm(folder, { recursive: true });
  }
}
