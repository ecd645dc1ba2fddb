import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, type Cookie, chromium } from "@playwright/test";

import { findChromium } from "../../scripts/chromium";

/** A browser with a profile of its own on the disk, which is there again after it was killed. */
export function makeKillableBrowser() {
  const profile = mkdtempSync(path.join(tmpdir(), "postil-browser-"));
  let context: BrowserContext | undefined;

  /** Its processes: all of them are told the profile's folder, or are children of one that is. */
  function processes(): number[] {
    const lines = execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" }).split("\n");
    return lines.filter((line) => line.includes(profile)).map((line) => Number.parseInt(line, 10));
  }

  return {
    async open(address: string, cookies: (Pick<Cookie, "name" | "value"> & { url: string })[]) {
      const executablePath = findChromium();
      context = await chromium.launchPersistentContext(profile, {
        ...(executablePath ? { executablePath } : {}),
        args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-component-update"],
      });
      await context.addCookies(cookies);
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(address);
      return page;
    },
    /** Whether these words are on the disk, and not only in the browser's memory. */
    hasWritten(words: string): boolean {
      const folder = path.join(profile, "Default", "Local Storage", "leveldb");
      return readdirSync(folder)
        .filter((file) => /\.(log|ldb)$/.test(file))
        .some((file) => readFileSync(path.join(folder, file)).includes(words));
    },
    /** Ends it with SIGKILL, all its processes at once. */
    async kill(): Promise<void> {
      const closed = new Promise<void>((resolve) => context?.once("close", () => resolve()));
      for (const pid of processes()) {
        try {
          process.kill(pid, "SIGKILL");
        } catch {
          // It went with another.
        }
      }
      await closed;
    },
    async remove(): Promise<void> {
      await context?.close().catch(() => undefined);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
