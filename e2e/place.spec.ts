import type { Page, Request } from "@playwright/test";

import { db } from "@/lib/db";
import { publishText } from "../tests/support/drafts";
import { annotate, createAssignment, createReading, type Member } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, test } from "./support/test";

const WORDS = "Some words that fill a line of the story, and some more of them to fill another.";
/** Of equal length, so that an offset tells the paragraph. */
const blocks = Array.from({ length: 80 }, (_, at) => `Paragraph ${at + 10}. ${WORDS}`);
const STORY = blocks.join("\n\n");
const LENGTH = `${blocks[0]}\n`.length;

const offerOf = (page: Page) => page.getByRole("button", { name: "Continue where you were" });
const paragraph = (page: Page, at: number) => page.getByText(`Paragraph ${at}.`);

/** Scrolls to a paragraph as a reader does, and stays until the place is remembered. */
async function readTo(page: Page, member: Member, at: number): Promise<void> {
  await expect(page.locator("[data-connection='live']")).toBeAttached();
  await scrollTo(page, at);
  await expect.poll(async () => paragraphOf(await placeOf(member))).toBe(at);
}

/** What is far away is laid out as it comes near, and moves: scrolled until it is where it should be. */
async function scrollTo(page: Page, at: number): Promise<void> {
  await expect
    .poll(() =>
      paragraph(page, at).evaluate((element) => {
        const { top } = element.getBoundingClientRect();
        window.scrollBy(0, top + 2);
        return Math.abs(top + 2) < 4;
      }),
    )
    .toBe(true);
}

const paragraphOf = (place: { offset: number } | null) =>
  place && Math.floor(place.offset / LENGTH) + 10;

const isPlace = (request: Request) => request.url().endsWith("/place");

const placeOf = ({ id }: Member) => db.readingPlace.findFirst({ where: { userId: id } });

test("beside the open discussion, all of the offer to continue can be pressed", async ({
  classroom,
}) => {
  await classroom.withText(STORY);
  const ada = await classroom.enrol("Ada");
  await readTo(await classroom.open(ada), ada, 40);

  const page = await classroom.open(ada, { viewport: { width: 900, height: 800 } });
  await expect(offerOf(page)).toBeVisible();
  await page.getByRole("button", { name: /^Discussion/ }).click();
  await expect(page.getByRole("complementary", { name: "Discussion" })).toBeInViewport({
    ratio: 1,
  });
  await offerOf(page).click({ trial: true });
  await page.locator(".reader-continue").getByRole("button").last().click();
  await expect(offerOf(page)).toHaveCount(0);
});

test("one continues where one was, on another device, when asked and not before", async ({
  classroom,
}) => {
  await classroom.withText(STORY);
  const ada = await classroom.enrol("Ada");
  await readTo(await classroom.open(ada), ada, 40);

  const page = await classroom.open(ada);
  await expect(offerOf(page)).toBeVisible();
  await expect(offerOf(page)).toHaveAccessibleDescription(/^at “.+”$/);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await expectNoViolations(page, "the offer");
  await offerOf(page).click();
  await expect(paragraph(page, 40)).toBeInViewport();
  await expect(offerOf(page)).toHaveCount(0);

  // Nobody else hears of it.
  const ben = await classroom.open(await classroom.enrol("Ben"));
  await expect(ben.locator("[data-connection='live']")).toBeAttached();
  await expect(offerOf(ben)).toHaveCount(0);
});

test("after a revision one continues where the words are now; looking back offers nothing", async ({
  classroom,
  signIn,
}) => {
  const teacher = await classroom.enrol("Grace", "INSTRUCTOR");
  const reading = await createReading({ ownerId: teacher.id, markdown: STORY });
  const assignment = await createAssignment(classroom.course.id, { reading });
  const ada = await classroom.enrol("Ada");
  const first = await signIn(ada);
  await first.goto(`/read/${assignment.id}`);
  await readTo(first, ada, 40);
  await first.close();
  await publishText(teacher.id, reading.id, ["# Before", "New.", ...blocks.slice(20)].join("\n\n"));

  const page = await signIn(ada);
  const known = await placeOf(ada);
  const asked: string[] = [];
  page.on("request", (request) => isPlace(request) && asked.push(request.method()));
  await page.goto(`/read/${assignment.id}?revision=1`);
  await expect(page.getByRole("region", { name: "Older text" })).toBeVisible();
  await expect(page.locator(".reading-text.ProseMirror")).toBeAttached();
  await page.evaluate(() => window.scrollTo(0, 4_000));
  await page.goto(`/read/${assignment.id}`);
  await expect(offerOf(page)).toHaveAccessibleDescription("in “Before”");
  expect(asked).toEqual(["GET"]);
  expect(await placeOf(ada)).toEqual(known);
  await offerOf(page).focus();
  await page.keyboard.press("Enter");
  await expect(paragraph(page, 40)).toBeInViewport();
  await expect(page.getByRole("main").locator(".reader-article")).toBeFocused();
});

test("the offer is turned down, and is not made to who follows a link or is there already", async ({
  classroom,
  signIn,
}) => {
  const assignment = await classroom.withText(STORY);
  const ada = await classroom.enrol("Ada");
  const { id } = await annotate(ada.id, assignment, "Paragraph 13.", { says: "Here." });
  await readTo(await classroom.open(ada), ada, 40);

  const page = await classroom.open(ada);
  await page.getByRole("button", { name: "Stay here" }).click();
  await expect(offerOf(page)).toHaveCount(0);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  expect(paragraphOf(await placeOf(ada))).toBe(40);

  const linked = await signIn(ada);
  const told = linked.waitForResponse(
    (response) => isPlace(response.request()) && response.request().method() === "GET",
  );
  await linked.goto(`/read/${assignment.id}#a-${id}`);
  await told;
  await expect(linked.getByRole("article", { name: "Thread on “Paragraph 13.”" })).toBeFocused();
  await expect(offerOf(linked)).toHaveCount(0);
});

test("a place that is sent to the wrong door is refused", async ({ classroom, signIn }) => {
  const { assignment } = classroom;
  const page = await signIn(await classroom.enrol("Ada"));
  const url = `/api/v1/assignments/${assignment.id}/place`;
  const { revisionId } = assignment;
  const put = (data: object, headers = {}) => page.request.put(url, { data, headers });
  expect((await put({ revisionId, offset: 3 })).status()).toBe(204);
  expect(await (await page.request.get(url)).json()).toEqual({ place: { revisionId, offset: 3 } });
  expect((await put({ revisionId, offset: -1 })).status()).toBe(400);
  expect((await put({ revisionId, offset: 3, userId: "x" })).status()).toBe(400);
  expect((await put({ revisionId: crypto.randomUUID(), offset: 3 })).status()).toBe(404);
  const foreign = { origin: "https://elsewhere.example" };
  expect((await put({ revisionId, offset: 9 }, foreign)).status()).toBe(403);
  const stranger = await signIn(await classroom.enrol("Ben"));
  expect(await (await stranger.request.get(url)).json()).toEqual({ place: null });
});
