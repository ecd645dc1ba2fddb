import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/**
 * Where Chromium is: CHROMIUM_PATH, the system's, or the one that Playwright keeps for itself.
 * A CHROMIUM_PATH that leads nowhere counts as none at all, rather than as leave to take another.
 */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  const places = given ? [given] : ["/usr/bin/chromium", chromium.executablePath()];
  return places.find((place) => existsSync(place));
}

/** What to tell whoever has none. */
export const CHROMIUM_MISSING =
  "No Chromium was found: install it with `apt-get install chromium` or `npx playwright install chromium`, or say in CHROMIUM_PATH where one is.";
