import type { Page } from "@playwright/test";

import { changePreferences } from "@/lib/preferences/mutations";
import { annotate, createReading } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, test } from "./support/test";

const WIDE_TEXT = `# A heading that is long enough to be broken into several lines

Words, and an address: https://example.org/a/very/long/path/that/nobody/would/ever/want/to/read

| one | two | three | four | five | six |
|---|---|---|---|---|---|
| something | something | something | something | something | something |

\`\`\`
a line of code that is a good deal longer than any narrow window could ever be
\`\`\`
`;

/** As WCAG 1.4.12 asks for: text set wider by its reader must not be lost. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`;

test("320 pixels are enough: no page scrolls sideways, also with wide spacing", async ({
  classroom,
  signIn,
}) => {
  const instructor = await classroom.enrol("María Fernanda Goicoechea Etxeberría", "INSTRUCTOR");
  const reading = await createReading({ ownerId: instructor.id, markdown: WIDE_TEXT });
  const { course } = classroom;
  const { id } = await classroom.withText(WIDE_TEXT);
  const page = await signIn(instructor, { viewport: { width: 320, height: 640 } });
  for (const path of [
    "/home",
    "/courses/new",
    `/courses/${course.id}`,
    `/courses/${course.id}/people`,
    `/courses/${course.id}/assign`,
    "/library",
    "/library/new",
    `/library/${reading.id}`,
    "/settings",
    `/read/${id}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toBeVisible();
    expect(await widthOf(page), path).toBe(320);
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, SPACED);
    expect(await widthOf(page), `${path}, spaced`).toBe(320);
  }
});

for (const theme of ["sepia", "contrast"] as const) {
  test(`nothing is amiss in the theme “${theme}”`, async ({ classroom, signIn }) => {
    const ada = await classroom.enrol("Ada", "INSTRUCTOR");
    await changePreferences(ada.id, { theme });
    await annotate(ada.id, classroom.assignment, "brown", { says: "!", kind: "QUESTION" });
    await annotate(ada.id, classroom.assignment, "lazy", { says: "!", audience: "ONLY_ME" });
    const page = await signIn(ada);
    for (const path of ["/home", "/library/new", "/settings"]) {
      await page.goto(path);
      await expectNoViolations(page, path, "colours");
    }
    await page.goto(`/read/${classroom.assignment.id}`);
    await page.locator("mark[data-kind='QUESTION']").first().click();
    await expectNoViolations(page, "the reading page", "colours");
    await page.getByRole("button", { name: "Reading appearance" }).click();
    await expect(page.getByRole("dialog", { name: "Reading appearance" })).toBeVisible();
    await expectNoViolations(page, "with the appearance open");
  });
}

test("in forced colours, marks show and their kinds differ", async ({ classroom, signIn }) => {
  const ada = await classroom.enrol("Ada");
  await annotate(ada.id, classroom.assignment, "quick", {});
  await annotate(ada.id, classroom.assignment, "brown", { says: "!", kind: "QUESTION" });
  await annotate(ada.id, classroom.assignment, "fox", { says: "!" });
  await annotate(ada.id, classroom.assignment, "lazy", { says: "!", audience: "ONLY_ME" });
  const page = await signIn(ada, { forcedColors: "active" });
  await page.goto(`/read/${classroom.assignment.id}`);
  const marks = page.locator("mark[data-annotations]");
  await expect(marks).toHaveCount(4);
  const lines = await marks.evaluateAll((all) =>
    all.map((mark) => {
      const { borderBlockEndStyle, borderBlockEndColor } = getComputedStyle(mark);
      return `${borderBlockEndStyle} ${borderBlockEndColor}`;
    }),
  );
  expect(new Set(lines).size).toBe(4);
});

test("in forced colours, the outline says where one is", async ({ classroom }) => {
  await classroom.withText(`# First\n\n${"A fox.\n\n".repeat(40)}# Second\n\nAnother fox.`);
  const page = await classroom.open(await classroom.enrol("Ada"), {
    ...{ forcedColors: "active", viewport: { width: 1440, height: 900 } },
  });
  await expect(page.locator(".reading-text.ProseMirror")).toBeAttached();
  const outline = page.getByRole("navigation", { name: "Outline" });
  await outline.getByRole("link", { name: "Second" }).click();
  const here = outline.locator("a[aria-current]");
  await expect(here).toHaveText("Second");
  const lines = await outline
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => getComputedStyle(link).borderInlineStartColor));
  expect(lines[1]).not.toBe(lines[0]);
});

test("what was found lies level with the bar that it was searched in", async ({ classroom }) => {
  const page = await classroom.join("Ada");
  await page.locator("[data-connection='live']").waitFor();
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("searchbox").fill("fox");
  await expect(page.getByText("1 of 1", { exact: true })).toBeVisible();
  const bar = await page.getByRole("search").boundingBox();
  const results = await page.locator(".reader-search-results").boundingBox();
  expect([results?.x, results?.width]).toEqual([bar?.x, bar?.width]);
});

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);
