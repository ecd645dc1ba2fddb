import { publishText } from "../tests/support/drafts";
import { annotate, createAssignment, createReading } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, test } from "./support/test";

const TEXT = `Le café de la Straße est fermé. A CAFE beside it is open.

${"Words in between.\n\n".repeat(60)}The last café of all.`;

for (const colorScheme of ["light", "dark"] as const) {
  test(`a slash finds words in text and discussion, by keys alone, in the ${colorScheme} theme`, async ({
    classroom,
  }) => {
    const assignment = await classroom.withText(TEXT);
    const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
    await annotate(ben.id, assignment, "last", { says: "Which CAFÉ was the first?" });
    await annotate(ben.id, assignment, "fermé", { says: "cafe, to myself", audience: "ONLY_ME" });
    await annotate(ada.id, assignment, "beside", { says: "No coffee here" });
    const page = await classroom.open(ada, { colorScheme });
    const article = page.getByRole("main").getByRole("article").first();
    await expect(page.locator("mark[data-annotations]").first()).toBeVisible();
    await article.focus();

    await page.keyboard.press("/");
    const bar = page.getByRole("search", { name: "Search text and discussion" });
    await expect(bar.getByRole("searchbox")).toBeFocused();
    await page.keyboard.type("café");
    await expect(bar.getByText("1 of 3", { exact: true })).toBeVisible();
    const [inText, inDiscussion] = ["In the text", "In the discussion"].map((name) =>
      bar.getByRole("region", { name }),
    );
    await expect(inText!.getByRole("button")).toHaveCount(3);
    await expect(inDiscussion!.getByRole("button")).toHaveCount(1);
    await expect(inDiscussion!.locator("mark")).toHaveText("CAFÉ");
    await expect(inDiscussion!.getByRole("status")).toHaveText("1 comment found.");
    await expectNoViolations(page, "with what was found");

    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(inText!.getByRole("button", { name: "The last café of all." })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(bar.getByText("3 of 3", { exact: true })).toBeVisible();
    await expect(bar.getByRole("searchbox")).toBeFocused();
    await expect(article.locator("p").last()).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(bar.getByText("1 of 3", { exact: true })).toBeVisible();
    await page.keyboard.press("Shift+Enter");
    await expect(bar.getByText("3 of 3", { exact: true })).toBeVisible();

    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await expect(bar.getByRole("searchbox")).toBeFocused();
    await inDiscussion!.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("article", { name: "Thread on “last”" })).toBeFocused();
    await expect(inDiscussion!).toHaveCount(0);

    await page.keyboard.press("/");
    await expect(bar.getByRole("searchbox")).toBeFocused();
    await page.keyboard.type("nowhere at all");
    await expect(inText!.getByText("Not in the text.")).toBeVisible();
    await expect(inDiscussion!.getByRole("status")).toHaveText("Not in the discussion.");
    await page.keyboard.press("Escape");
    await expect(bar).toHaveCount(0);
  });
}

test("Escape brings the focus back to where it was", async ({ classroom }) => {
  const page = await classroom.join("Ada");
  await page.locator("[data-connection='live']").waitFor();
  const button = page.getByRole("button", { name: "Search", exact: true });
  await button.click();
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("searchbox")).toHaveCount(0);
  await expect(button).toBeFocused();
});

test("without the network the text is searched, and the discussion once it is back", async ({
  classroom,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/);
  const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  await annotate(ben.id, classroom.assignment, "lazy", { says: "The fox is not." });
  const page = await classroom.open(ada);
  await page.locator("[data-connection='live']").waitFor();
  await page.route("**/search?**", (route) => route.abort());
  await page.keyboard.press("/");
  await page.keyboard.type("fox");
  const inDiscussion = page.getByRole("region", { name: "In the discussion" });
  await expect(inDiscussion.getByRole("status")).toContainText("could not be searched");
  await expect(page.getByText("1 of 1", { exact: true })).toBeVisible();
  await page.unroute("**/search?**");
  await inDiscussion.getByRole("button", { name: "Try again" }).click();
  await expect(inDiscussion.getByRole("button", { name: "The fox is not." })).toBeVisible();
});

test("beside an older text its discussion is searched, and a filter keeps the revision", async ({
  classroom,
  signIn,
}) => {
  const grace = await classroom.enrol("Grace", "INSTRUCTOR");
  const reading = await createReading({ ownerId: grace.id, markdown: "The old fox sleeps." });
  const assignment = await createAssignment(classroom.course.id, { reading });
  await annotate(grace.id, assignment, "old fox", { says: "How old is the fox?" });
  await publishText(grace.id, reading.id, "The new fox sleeps.");
  const page = await signIn(grace);
  await page.goto(`/read/${assignment.id}?revision=1`);
  await expect(page.locator("mark[data-annotations]")).toHaveCount(1);
  await page.getByRole("combobox", { name: "Show" }).selectOption("Mine");
  await expect(page).toHaveURL(/\?revision=1&show=mine$/);
  await page.getByRole("article", { name: reading.title }).focus();
  await page.keyboard.press("/");
  await page.keyboard.type("fox");
  await expect(page.getByText("1 of 1", { exact: true })).toBeVisible();
  const found = page.getByRole("region", { name: "In the discussion" }).getByRole("button");
  await found.click();
  await expect(page.getByRole("article", { name: "Thread on “old fox”" })).toBeFocused();
});

test("on a phone what was found can be tapped", async ({ classroom }) => {
  const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  await annotate(ben.id, classroom.assignment, "lazy", { says: "The fox is not." });
  const viewport = { width: 390, height: 844 };
  const page = await classroom.open(ada, { viewport, hasTouch: true, isMobile: true });
  await page.locator("[data-connection='live']").waitFor();
  await page.getByRole("button", { name: "Search", exact: true }).tap();
  await page.getByRole("searchbox").fill("FOX");
  const found = page.getByRole("region", { name: "In the discussion" }).getByRole("button");
  await expect(found).toHaveCount(1);
  await expectNoViolations(page, "with what was found");
  await found.tap();
  await expect(page.getByRole("article", { name: "Thread on “lazy”" })).toBeInViewport();
});
