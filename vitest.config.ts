import path from "node:path";
import { defineConfig } from "vitest/config";

const from = (file: string) => path.resolve(import.meta.dirname, file);

export default defineConfig({
  resolve: {
    alias: {
      "@": from("."),
      // Throws outside a server bundle; a test may look behind that door.
      "server-only": from("node_modules/server-only/empty.js"),
    },
  },
  test: {
    env: { LOG_LEVEL: "silent" },
    // For a machine that is busy: no test waits for time to pass.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          setupFiles: "tests/support/console-guard.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["tests/db/**/*.test.ts"],
          globalSetup: "tests/support/provide-databases.ts",
          setupFiles: ["tests/support/console-guard.ts", "tests/support/own-database.ts"],
          // Patience for a busy machine; nothing waits for it to pass.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // They import next/… without the ending that Node would need.
          server: { deps: { inline: ["next-auth", "next-intl"] } },
        },
      },
    ],
  },
});
