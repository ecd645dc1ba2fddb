import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * The page, as it stands, breaks no rule that axe can check. A theme changes colours and nothing
 * else: where the page was checked whole in one, its `colours` are enough in another.
 */
export async function expectNoViolations(
  page: Page,
  where: string,
  what: "everything" | "colours" = "everything",
): Promise<void> {
  // Frames of other origins would need the other mode, which opens a page for every check.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (what === "colours") axe.withRules(["color-contrast", "link-in-text-block"]);
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
  );
  expect(found, where).toEqual([]);
}
