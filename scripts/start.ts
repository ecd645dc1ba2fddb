import { command } from "./command";

/** `npm start`, and with `--dev` `npm run dev`. */
await command(async () => {
  const { run } = await import("./start/run");
  await run(process.argv.includes("--dev") ? "development" : "production");
});
