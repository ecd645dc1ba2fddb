import { type Browser, chromium } from "@playwright/test";

import { findChromium } from "../../scripts/chromium";

/** The browser that pages are measured in, without what it does for itself. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
}
