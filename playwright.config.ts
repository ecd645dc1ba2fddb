import { defineConfig } from "@playwright/test";

import { findChromium } from "./scripts/chromium";

// Called by `npm run test:e2e`, which looks for Chromium first and lets tests import lib.
export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/support/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  // On a machine that others load, a browser may be late once; that it was is told beside the counts.
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  outputDir: "test-results",
  use: {
    // Workers read this file again, after the global setup.
    baseURL: process.env.POSTIL_URL,
    // A trace of every test takes longer than the test; ask for one with `--trace on`.
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findChromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
