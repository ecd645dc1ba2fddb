import type { Locator, Page } from "@playwright/test";

import { annotate } from "../tests/support/factories";
import { commentOnMany } from "./support/many-threads";
import { expectNoViolations } from "./support/no-violations";
import { expect, selectText, test } from "./support/test";

const TEXT = `# A heading that is long enough for several lines

The quick brown fox jumps over the lazy dog.

${"Words in between, and a few more of them.\n\n".repeat(30)}A dog sleeps with one eye open.`;

/** What is left of a window at such a zoom: CSS pixels, fewer and larger. */
const ZOOMED = [
  { zoom: "200 %", viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
  { zoom: "400 %", viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
] as const;

for (const { zoom, ...window } of ZOOMED) {
  test(`at ${zoom} one reads, annotates, filters and searches, and nothing is out of reach`, async ({
    classroom,
  }) => {
    const assignment = await classroom.withText(TEXT);
    const ben = await classroom.enrol("María Fernanda Goicoechea Etxeberría");
    await annotate(ben.id, assignment, "lazy", { says: "Why lazy?", kind: "QUESTION" });
    const start = assignment.text.indexOf("sleeps");
    const says = (at: number) => `Thought ${at} on a dog that sleeps`;
    await commentOnMany(
      ben.id,
      assignment,
      Array.from({ length: 30 }, (_, at) => ({ start, end: start + 6 + at, says: says(at) })),
    );
    const page = await classroom.open(await classroom.enrol("Ada"), window);
    await expect(page.locator("mark[data-annotations]").first()).toBeAttached();

    await selectText(page, "quick brown fox");
    const toolbar = page.getByRole("toolbar", { name: "Annotate" });
    for (const name of ["Highlight", "Comment", "Question", "Private note"]) {
      await expectWhole(page, toolbar.getByRole("button", { name }));
    }
    await expectNoSideways(page, "with the toolbar");
    await page.keyboard.press("c");
    await expect(page.getByRole("textbox", { name: "New comment" })).toBeFocused();
    await expect(page.getByRole("textbox", { name: "New comment" })).toBeInViewport();
    await page.keyboard.press("Escape");

    const discussion = page.getByRole("complementary", { name: "Discussion" });
    await expect(discussion).toBeVisible();
    await discussion.getByRole("button", { name: "Filter and sort" }).click();
    const controls = page.getByRole("dialog", { name: "Filter and sort" });
    for (const control of await controls.getByRole("combobox").all()) {
      await control.focus();
      await expectWhole(page, control);
    }
    await expectNoSideways(page, "with the filter");
    await expectNoViolations(page, "with the filter");
    await page.keyboard.press("Escape");
    await discussion.getByRole("button", { name: "Close the discussion" }).click();

    await page.getByRole("article", { name: "The Fox and the Dog" }).focus();
    await page.keyboard.press("/");
    const bar = page.getByRole("search", { name: "Search text and discussion" });
    await expect(bar.getByRole("searchbox")).toBeFocused();
    await page.keyboard.type("dog");
    await expect(bar.getByText("1 of 2", { exact: true })).toBeInViewport();
    const found = bar.getByRole("region", { name: "In the discussion" }).getByRole("button");
    await found.last().focus();
    await expect(found.last()).toBeInViewport();
    await expectNoSideways(page, "with what was found");
    await expectNoViolations(page, "with what was found");
  });
}

test("the panel of the discussion can take the focus as soon as it opens", async ({
  classroom,
}) => {
  const page = await classroom.open(await classroom.enrol("Ada"), {
    viewport: { width: 720, height: 450 },
  });
  await expect(page.locator(".reading-text.ProseMirror")).toBeAttached();
  const opener = await page.getByRole("button", { name: /^Discussion/ }).elementHandle();
  const visibility = await page.locator(".reader-margin").evaluate(
    (panel, button) =>
      new Promise<string>((resolve) => {
        const seen = () => resolve(getComputedStyle(panel).visibility);
        new MutationObserver(seen).observe(panel, { attributeFilter: ["data-open"] });
        if (button instanceof HTMLElement) button.click();
      }),
    opener,
  );
  expect(visibility).toBe("visible");
});

test("who asks for more contrast and less motion gets both", async ({ classroom }) => {
  await annotate((await classroom.enrol("Ben")).id, classroom.assignment, "lazy", { says: "Why?" });
  const page = await classroom.open(await classroom.enrol("Ada"), {
    ...{ contrast: "more", reducedMotion: "reduce", viewport: { width: 390, height: 844 } },
  });
  await page.getByRole("button", { name: /^Discussion/ }).click();
  const discussion = page.getByRole("complementary", { name: "Discussion" });
  await expect(discussion.getByRole("article")).toBeVisible();
  await discussion.getByRole("button", { name: "Filter and sort" }).click();
  await expect(page.getByRole("dialog", { name: "Filter and sort" })).toBeVisible();
  await expectNoViolations(page, "with the filter");
  const longest = await page.evaluate(() => {
    const seconds = [...document.querySelectorAll("*")].flatMap((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      return `${transitionDuration}, ${animationDuration}`.split(", ").map(Number.parseFloat);
    });
    return Math.max(...seconds);
  });
  expect(longest).toBeLessThan(0.001);
  for (const theme of ["light", "dark", "sepia"]) {
    expect(await page.evaluate(contrastIn, theme), theme).toBeGreaterThan(15);
  }
});

/** How much ink differs from paper in a theme, as WCAG counts it. */
function contrastIn(theme: string): number {
  document.documentElement.dataset.theme = theme;
  const canvas = document.createElement("canvas").getContext("2d");
  const probe = document.body.appendChild(document.createElement("div"));
  probe.style.transition = "none";
  const [ink = 0, paper = 0] = ["--ink", "--paper"].map((name) => {
    probe.style.color = `var(${name})`;
    if (!canvas) return 0;
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    const linear = (value: number) => (value / 255) ** 2.2;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  });
  probe.remove();
  return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
}

async function expectNoSideways(page: Page, where: string): Promise<void> {
  const [width, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(width, where).toBeLessThanOrEqual(room ?? 0);
}

/** All of it is on the screen, not only a part. */
async function expectWhole(page: Page, what: Locator): Promise<void> {
  await expect(what).toBeInViewport({ ratio: 1 });
  await expectNoSideways(page, "with a control");
}
