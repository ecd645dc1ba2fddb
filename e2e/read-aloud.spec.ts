import type { Page } from "@playwright/test";

import { expect, test } from "./support/test";

/** A voice that says nothing and remembers everything. */
function fakeVoice(): void {
  const said: SpeechSynthesisUtterance[] = [];
  const voice = {
    speak: (utterance: SpeechSynthesisUtterance) => void said.push(utterance),
    cancel: () => undefined,
    getVoices: () => [],
  };
  Object.defineProperty(window, "speechSynthesis", { value: voice, configurable: true });
  Object.assign(window, {
    lastWords: () => said.at(-1)?.text,
    lastRate: () => said.at(-1)?.rate,
    finish: () => said.at(-1)?.dispatchEvent(new Event("end")),
  });
}

const call = (page: Page, name: string) => page.evaluate((key) => Reflect.get(window, key)(), name);

test("a text is read aloud from what is on the screen, paragraph by paragraph", async ({
  classroom,
  signIn,
}) => {
  const page = await signIn(await classroom.enrol("Ada"));
  await page.addInitScript(fakeVoice);
  await page.goto(`/read/${classroom.assignment.id}`);
  const button = page.getByRole("button", { name: "Read aloud" });
  await button.click();
  const bar = page.getByRole("group", { name: "Read aloud" });
  await expect(bar).toBeVisible();
  expect(await call(page, "lastWords")).toBe("The quick brown fox jumps over the lazy dog.");
  expect(await page.evaluate(() => CSS.highlights.has("postil-spoken"))).toBe(true);

  await call(page, "finish");
  await expect.poll(() => call(page, "lastWords")).toMatch(/^A dog that was jumped over/);
  await bar.getByRole("combobox", { name: "Speed" }).selectOption("1.5×");
  await expect.poll(() => call(page, "lastRate")).toBe(1.5);
  await bar.getByRole("button", { name: "Previous paragraph" }).click();
  expect(await call(page, "lastWords")).toMatch(/^The quick/);
  await bar.getByRole("button", { name: "Pause" }).click();
  await bar.getByRole("button", { name: "Play" }).click();
  await expect(bar.getByRole("button", { name: "Pause" })).toBeVisible();

  await bar.getByRole("button", { name: "Stop reading aloud" }).click();
  await expect(bar).toBeHidden();
  await expect(button).toBeFocused();
  expect(await page.evaluate(() => CSS.highlights.has("postil-spoken"))).toBe(false);
});

test("where the browser has no voice, nothing offers one", async ({ classroom, signIn }) => {
  const page = await signIn(await classroom.enrol("Ada"));
  await page.addInitScript(() => void Reflect.deleteProperty(window, "speechSynthesis"));
  await page.goto(`/read/${classroom.assignment.id}`);
  await expect(page.locator(".reading-text")).toHaveClass(/ProseMirror/);
  await expect(page.getByRole("button", { name: "Print" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Read aloud" })).toBeHidden();
});
