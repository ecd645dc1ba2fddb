import type { Page } from "@playwright/test";

import { annotate } from "../tests/support/factories";
import { expect, test, untilLive } from "./support/test";

/** Controls beside the text that lie under a box, as far as one could press them there. */
function coveredBy(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluate((over) => {
    const box = over.getBoundingClientRect();
    const controls = [...document.querySelectorAll("button, a[href], input, select, textarea")];
    return controls.flatMap((control) => {
      if (over.contains(control) || control.closest(".ProseMirror")) return [];
      if (!control.checkVisibility({ visibilityProperty: true })) return [];
      const { left, right, top, bottom } = control.getBoundingClientRect();
      const isUnder = right > box.left && left < box.right && bottom > box.top && top < box.bottom;
      return isUnder ? [control.getAttribute("aria-label") ?? control.textContent ?? ""] : [];
    });
  });
}

for (const width of [1440, 1120, 900, 390]) {
  test(`what is said in passing covers no control beside the text, at ${width}`, async ({
    classroom,
  }) => {
    const paragraph = (_: unknown, at: number) => `Paragraph ${at} speaks of a quick brown fox.`;
    const text = Array.from({ length: 60 }, paragraph).join("\n\n");
    const assignment = await classroom.withText(text);
    const ada = await classroom.enrol("Ada");
    const says = "It fills the margin to its foot.";
    for (let at = 10; at < 40; at += 3) {
      await annotate(ada.id, assignment, `Paragraph ${at}`, { says });
    }
    const page = await classroom.open(ada, { viewport: { width, height: 844 } });
    await untilLive(page);
    if (width < 1120) await page.getByRole("button", { name: /^Discussion/ }).click();
    const thread = page.getByRole("article", { name: /^Thread on/ }).first();
    await thread.click();
    await thread.getByRole("button", { name: "Actions for the comment by Ada" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
    await expect.poll(() => coveredBy(page, ".toasts > *")).toEqual([]);
    await page.getByRole("button", { name: "Undo" }).click();
  });
}

test("the list of what was found never hides the hit on which one stands", async ({
  classroom,
}) => {
  await classroom.withText(`${"Words in between.\n\n".repeat(60)}A quick brown fox here.`);
  const page = await classroom.open(await classroom.enrol("Ada"));
  await untilLive(page);
  await page.getByRole("main").getByRole("article").first().focus();
  await page.keyboard.press("/");
  await page.keyboard.type("brown");
  await expect(page.getByText("1 of 1", { exact: true })).toBeVisible();
  const list = page.locator(".reader-search-results");
  await expect(list.getByRole("status")).toBeAttached();
  const isBelow = () =>
    page.evaluate(() => {
      const [found] = CSS.highlights.get("postil-found") ?? [];
      const hit = found instanceof Range ? found.getBoundingClientRect() : null;
      const box = document.querySelector(".reader-search-results")?.getBoundingClientRect();
      return Boolean(hit && box && hit.top >= box.bottom && hit.bottom <= innerHeight);
    });
  await expect.poll(isBelow).toBe(true);
});
