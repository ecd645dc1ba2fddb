import type { Page } from "@playwright/test";

import { markSeen } from "@/lib/annotations/activity";
import { annotate, reply } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, test } from "./support/test";

const WORDS = "Some words that fill a line of the chapter, and some more of them to fill another.";
const CHAPTERS = ["First", "Second", "Third", "Fourth", "Fifth", "Last"];
const BOOK = CHAPTERS.map((name) => {
  const lines = Array.from({ length: 12 }, (_, at) => `${name} ${at}. ${WORDS}`);
  return `# ${name} chapter\n\n${lines.join("\n\n")}\n\n## Within the ${name}\n\n${lines.join(" ")}`;
}).join("\n\n");

const outlineOf = (page: Page) => page.getByRole("navigation", { name: "Outline" });
const linkTo = (page: Page, name: string) => outlineOf(page).getByRole("link", { name });
const stripOf = (page: Page) => page.getByRole("slider", { name: "Notes along the text" });
const headingOf = (page: Page, name: string) =>
  page.getByRole("article").getByRole("heading", { name });
const untilAlive = (page: Page) => expect(page.locator(".reading-text.ProseMirror")).toBeAttached();

test("the outline leads to the sections and says in which one one is", async ({ classroom }) => {
  await classroom.withText(BOOK);
  const page = await classroom.open(await classroom.enrol("Ada"), {
    viewport: { width: 1440, height: 900 },
  });
  await untilAlive(page);
  await expect(outlineOf(page).getByRole("link")).toHaveCount(12);
  await expect(outlineOf(page).locator("ol ol a")).toHaveCount(6);

  await linkTo(page, "Third chapter").click();
  await expect(headingOf(page, "Third chapter")).toBeInViewport();
  await expect(linkTo(page, "Third chapter")).toHaveAttribute("aria-current", "location");

  await linkTo(page, "Within the Fifth").focus();
  await page.keyboard.press("Enter");
  await expect(headingOf(page, "Within the Fifth")).toBeInViewport();
  await expect(outlineOf(page).locator("[aria-current]")).toHaveText("Within the Fifth");

  await page.keyboard.press("End");
  await expect(outlineOf(page).locator("[aria-current]")).toHaveText("Within the Last");
  await page.goBack();
  await expect(headingOf(page, "Third chapter")).toBeInViewport();
  await expect(outlineOf(page).locator("[aria-current]")).toHaveText("Third chapter");
  // Before the first heading stands the title: one is in no section yet.
  await page.keyboard.press("Home");
  await expect(outlineOf(page).locator("[aria-current]")).toHaveCount(0);
});

test("an outline longer than the window follows what is read", async ({ classroom }) => {
  const many = Array.from({ length: 60 }, (_, at) => `## Section ${at}.\n\n${WORDS} ${WORDS}`);
  await classroom.withText(many.join("\n\n"));
  const page = await classroom.open(await classroom.enrol("Ada"), {
    viewport: { width: 1440, height: 700 },
  });
  await untilAlive(page);
  await expect(linkTo(page, "Section 59.")).not.toBeInViewport();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(linkTo(page, "Section 59.")).toBeInViewport();
  await expect(linkTo(page, "Section 0.")).not.toBeInViewport();
});

for (const { width, what } of [
  { width: 1200, what: "beside the text" },
  { width: 900, what: "above the text" },
  { width: 390, what: "above the text" },
]) {
  test(`where there is no room, a button ${what} opens the outline, ${width} pixels wide`, async ({
    classroom,
  }) => {
    await classroom.withText(BOOK);
    const page = await classroom.open(await classroom.enrol("Ada"), {
      viewport: { width, height: 900 },
    });
    await untilAlive(page);
    await expect(outlineOf(page)).toHaveCount(0);
    const button = page.getByRole("button", { name: "Outline" });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(linkTo(page, "First chapter")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(button).toBeFocused();

    await button.click();
    await linkTo(page, "Fourth chapter").click();
    await expect(outlineOf(page)).toHaveCount(0);
    await expect(headingOf(page, "Fourth chapter")).toBeInViewport();
    await expect(button).not.toBeFocused();
    if (width < 1120) await expect(stripOf(page)).toBeHidden();
    else await expect(stripOf(page)).toBeVisible();
  });
}

test("the strip says where notes are and what is new, and leads there by keys and mouse", async ({
  classroom,
}) => {
  const assignment = await classroom.withText(BOOK);
  const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  const first = await annotate(ben.id, assignment, "First 0.", { says: "Why?" });
  await annotate(ben.id, assignment, "First 1.", {});
  await markSeen(ada.id, assignment.id, new Date(Date.now() + 1_000));
  const page = await classroom.open(ada, { viewport: { width: 1440, height: 900 } });
  await expect(stripOf(page)).toHaveAttribute("aria-valuetext", "Part 1 of 80, 2 notes");

  // What others write meanwhile is new, and read once it was chosen.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(page.locator("[data-connection='live']")).toBeAttached();
  await reply(ben.id, first.id, "Because.");
  const row = page.getByRole("row", { name: /^1 / });
  await expect(row).toHaveText("1First chapter21");

  await stripOf(page).focus();
  await page.keyboard.press("Home");
  await expect(stripOf(page)).toHaveAttribute("aria-valuetext", "Part 1 of 80, 2 notes, 1 new");
  await expect(headingOf(page, "First chapter")).toBeInViewport();
  await page.keyboard.press("ArrowDown");
  await expect(stripOf(page)).toHaveAttribute("aria-valuetext", "Part 2 of 80, no notes");
  await page.keyboard.press("End");
  await expect(stripOf(page)).toHaveAttribute("aria-valuenow", "80");
  await expect(page.getByText("Last 11.").last()).toBeInViewport();
  await page.keyboard.press("PageUp");
  await expect(stripOf(page)).toHaveAttribute("aria-valuenow", "70");

  const box = (await stripOf(page).boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + 2);
  await expect(headingOf(page, "First chapter")).toBeInViewport();
  await page.getByRole("article", { name: "Thread on “First 0.”" }).click();
  await expect(row).toHaveText("1First chapter20");
});

test("a text without headings has the strip alone, and one that nobody marked an empty one", async ({
  classroom,
}) => {
  const page = await classroom.open(await classroom.enrol("Ada"), {
    viewport: { width: 1440, height: 900 },
  });
  await expect(stripOf(page)).toHaveAttribute("aria-valuetext", /^Part 1 of \d+, no notes$/);
  await expect(outlineOf(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Outline" })).toHaveCount(0);
  await expect(page.getByRole("table")).toHaveCount(0);
});

test("without JavaScript the outline leads to the sections", async ({ classroom, signIn }) => {
  const assignment = await classroom.withText(BOOK);
  for (const width of [1440, 390]) {
    const page = await signIn(await classroom.enrol("Ada"), {
      javaScriptEnabled: false,
      viewport: { width, height: 900 },
    });
    await page.goto(`/read/${assignment.id}`);
    await expect(stripOf(page)).toHaveCount(0);
    await linkTo(page, "Fifth chapter").click();
    await expect(headingOf(page, "Fifth chapter")).toBeInViewport();
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 900, 390]) {
    test(`the outline and the strip break no rule, ${width} pixels wide, ${colorScheme}`, async ({
      classroom,
    }) => {
      const assignment = await classroom.withText(BOOK);
      const ben = await classroom.enrol("Ben");
      await annotate(ben.id, assignment, "First 0.", { says: "Why?" });
      const page = await classroom.open(await classroom.enrol("Ada"), {
        colorScheme,
        viewport: { width, height: 900 },
      });
      await untilAlive(page);
      await expect(page.locator("mark[data-annotations]")).toHaveCount(1);
      if (width < 1120) await page.getByRole("button", { name: "Outline" }).click();
      await expect(outlineOf(page)).toBeVisible();
      await expectNoViolations(page, "the rail");
    });
  }
}
