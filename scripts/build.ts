import { command } from "./command";
import { stopSignal } from "./stop-signal";

/** `npm run build`: makes the production build where it is missing or old, with `--force` always. */
await command(async () => {
  const { ensureBuild } = await import("./build/ensure-build");
  const force = process.argv.includes("--force");
  const isBuilt = await ensureBuild({ say: console.log, signal: stopSignal(), force });
  if (!isBuilt) console.log("The build is up to date; --force makes it anew.");
});
