import type { Page } from "@playwright/test";

import { expect, test } from "./support/test";

const root = (page: Page) => page.locator("html");

async function openAppearance(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Reading appearance" }).click();
  await expect(page.getByRole("dialog", { name: "Reading appearance" })).toBeVisible();
}

/** Until the account knows. */
const kept = (page: Page) =>
  page.waitForResponse((response) => response.url().endsWith("/api/v1/preferences"));

test("how a reading looks is kept with the account and shown from the first paint", async ({
  classroom,
  signIn,
}) => {
  const ada = await classroom.enrol("Ada");
  const page = await classroom.open(ada);
  const size = () =>
    page.locator(".reading-text").evaluate((text) => getComputedStyle(text).fontSize);
  expect(await size()).toBe("19px");

  await openAppearance(page);
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(root(page)).toHaveAttribute("data-theme", "dark");
  await page.getByRole("radio", { name: "Sans serif" }).check();
  const slider = page.getByRole("slider", { name: "Text size" });
  await slider.focus();
  const answer = kept(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", "120%");
  expect(Number.parseFloat(await size())).toBeCloseTo(19 * 1.2, 1);
  expect((await answer).status()).toBe(200);

  // Without script there is nothing but what the server has sent.
  const elsewhere = await signIn(ada, { javaScriptEnabled: false });
  await elsewhere.goto(`/read/${classroom.assignment.id}`);
  await expect(root(elsewhere)).toHaveAttribute("data-theme", "dark");
  await expect(root(elsewhere)).toHaveAttribute("data-font", "sans");
  await expect(root(elsewhere)).toHaveAttribute("style", /--reading-scale:\s*1\.2/);

  await page.getByRole("button", { name: "Reset" }).click();
  await expect(root(page)).not.toHaveAttribute("data-theme");
  await expect(slider).toHaveAttribute("aria-valuetext", "100%");
  expect(await size()).toBe("19px");
});

test("another tab follows, and a change without a network is sent when there is one", async ({
  classroom,
  complaints,
  signIn,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  const ada = await classroom.enrol("Ada");
  const page = await signIn(ada);
  await page.goto("/settings");
  const other = await page.context().newPage();
  await other.goto("/settings");
  await expect(other.getByRole("radio", { name: "System" })).toBeChecked();

  await page.getByRole("radio", { name: "Sepia" }).check();
  await expect(other.getByRole("radio", { name: "Sepia" })).toBeChecked();
  await expect(root(other)).toHaveAttribute("data-theme", "sepia");

  await page.context().setOffline(true);
  await page.getByRole("radio", { name: "OpenDyslexic" }).check();
  await expect(root(page)).toHaveAttribute("data-font", "dyslexic");
  const answer = kept(page);
  await page.context().setOffline(false);
  await answer;
  await page.reload();
  await expect(root(page)).toHaveAttribute("data-font", "dyslexic");
  await expect(root(page)).toHaveAttribute("data-theme", "sepia");
});

test("who is not signed in chooses a theme for this browser", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemradio", { name: "High contrast" }).click();
  await expect(root(page)).toHaveAttribute("data-theme", "contrast");
  await page.goto("/sign-in");
  await expect(root(page)).toHaveAttribute("data-theme", "contrast");
});

test("single keys can be switched off", async ({ classroom, signIn }) => {
  const page = await signIn(await classroom.enrol("Ada"));
  await page.goto("/settings");
  const answer = kept(page);
  await page.getByRole("checkbox", { name: "Single-key shortcuts" }).uncheck();
  await answer;
  await page.goto(`/read/${classroom.assignment.id}`);
  await expect(page.locator(".reading-text")).toHaveClass(/ProseMirror/);
  await page.keyboard.press("?");
  await page.keyboard.press("/");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("searchbox")).toBeHidden();

  await page.goto("/settings");
  const again = kept(page);
  await page.getByRole("checkbox", { name: "Single-key shortcuts" }).check();
  await again;
  await page.goto(`/read/${classroom.assignment.id}`);
  await expect(page.locator(".reading-text")).toHaveClass(/ProseMirror/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
});
