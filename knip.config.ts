import type { KnipConfig } from "knip";

export default {
  // `exec node …` in package.json is the shell's, and not followed; a thread or process is named by its path.
  entry: [
    "scripts/{build,start}.ts",
    "lib/readings/{map,read}-worker.ts",
    "lib/imports/worker.ts",
    "bench/discussion/echo-server.ts",
    "bench/teaching/bare-parser.ts",
  ],
  // The generated client, which git ignores, imports the one; a path in a string names the other.
  ignoreDependencies: ["@prisma/client", "prisma"],
  // A program of the system.
  ignoreBinaries: ["useradd"],
  // What an exported function takes or returns may have a name of its own, used elsewhere or not.
  ignoreExportsUsedInFile: { interface: true, type: true },
} satisfies KnipConfig;
