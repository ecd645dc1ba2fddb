import { randomBytes } from "node:crypto";
import { chromium } from "@playwright/test";

import { CHROMIUM_MISSING, findChromium } from "../scripts/chromium";
import { command } from "../scripts/command";

/** `npm run screenshot`: takes the picture of README.md from the demo, in the built application. */
await command(async () => {
  const { SetupError } = await import("@/lib/setup-error");
  const executablePath = findChromium();
  if (!executablePath) throw new SetupError(CHROMIUM_MISSING);
  const { copyTemplate, openTestDatabases } = await import("../tests/support/databases");
  const { startApplication } = await import("./support/application");
  const { template, close } = await openTestDatabases();
  try {
    process.env.DATABASE_URL = await copyTemplate(template, "screenshot");
    process.env.AUTH_SECRET = randomBytes(32).toString("base64url");
    const { url, stop } = await startApplication();
    await takePicture(url, executablePath).finally(stop);
  } finally {
    await close();
  }
});

/** Student A in front of a long thread. */
async function takePicture(url: string, executablePath: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({
      viewport: { width: 1360, height: 850 },
      colorScheme: "light",
    });
    await page.goto(url);
    await page.getByRole("button", { name: "Student A" }).click();
    await page.getByRole("link", { name: "Official prose in translation" }).click();
    const mark = page.locator("mark[data-annotations]", { hasText: "to the dramatic changes" });
    await mark.click();
    await page.getByRole("article", { name: /Thread on “sober-minded/ }).waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => window.scrollBy(0, -60)));
    await page.mouse.move(0, 0);
    await page.screenshot({ path: "docs/reading-page.png", animations: "disabled" });
  } finally {
    await browser.close();
  }
}
