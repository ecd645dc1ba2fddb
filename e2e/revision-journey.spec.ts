import type { Page } from "@playwright/test";

import { db } from "@/lib/db";
import { publishText } from "../tests/support/drafts";
import {
  annotate,
  createAssignment,
  createCourse,
  createMember,
  createReading,
  enrol,
} from "../tests/support/factories";
import { expect, selectText, test, untilLive } from "./support/test";

const FOX = "The quick brown fox jumps over the lazy dog.";
const DOG = "A dog sleeps with one eye open.";
const paragraphs = Array.from(
  { length: 40 },
  (_, at) => `This is paragraph ${at}, which is there so that one has to scroll through the text.`,
);
const TEXT = [FOX, DOG, ...paragraphs].join("\n\n");

/** A reading of Grace's: two courses follow it, a third keeps the text that it has. */
async function threeCourses() {
  const grace = await createMember(
    (await createCourse({ title: "Animals" })).id,
    "INSTRUCTOR",
    "Grace",
  );
  const { courseId } = await db.enrolment.findFirstOrThrow({ where: { userId: grace.id } });
  const [two, three] = [
    await createCourse({ title: "Fables" }),
    await createCourse({ title: "Past" }),
  ];
  for (const { id } of [two, three]) await enrol(id, grace.id, "INSTRUCTOR");
  const reading = await createReading({ ownerId: grace.id, markdown: TEXT });
  const animals = await createAssignment(courseId, { reading });
  const fables = await createAssignment(two.id, { reading });
  const past = await createAssignment(three.id, { reading, isPinned: true });
  const ada = await createMember(courseId, "STUDENT", "Ada");
  const ben = await createMember(two.id, "STUDENT", "Ben");
  const cleo = await createMember(three.id, "STUDENT", "Cleo");
  return { grace, ada, ben, cleo, reading, animals, fables, past };
}

const article = (page: Page) => page.locator("article .ProseMirror");

test("a text that two courses follow is revised, and all that hangs on it comes along", async ({
  signIn,
}) => {
  test.slow();
  const { grace, ada, ben, cleo, reading, animals, fables, past } = await threeCourses();
  await annotate(ada.id, animals, "brown fox", { says: "Why brown?" });
  await annotate(ada.id, animals, DOG, { says: "Which eye?" });
  await annotate(ada.id, animals, "one eye", { says: "For me alone.", audience: "ONLY_ME" });
  await annotate(ben.id, fables, "A dog sleeps", { says: "Whose dog?" });
  await annotate(cleo.id, past, DOG, { says: "Still here." });

  // Ada reads further down and has begun a comment there.
  const reader = await signIn(ada);
  await reader.goto(`/read/${animals.id}`);
  await untilLive(reader);
  await selectText(reader, "This is paragraph 20");
  await reader.keyboard.press("c");
  const begun = reader.getByRole("textbox", { name: "New comment" });
  await begun.fill("Begun on twenty.");
  await expect
    .poll(() => reader.evaluate(() => Object.values(localStorage).join()))
    .toContain("Begun on twenty.");

  const desk = await signIn(grace);
  await desk.goto(`/library/${reading.id}/edit`);
  const editor = desk.getByRole("textbox", { name: /^Text of/ });
  await expect(desk.getByRole("toolbar", { name: "Text tools" })).toBeVisible();
  await editor.getByText(DOG).click({ clickCount: 3 });
  await desk.keyboard.type("Nobody is here at night.");
  await editor.getByText("The quick brown").click();
  await desk.keyboard.press("Home");
  await desk.keyboard.type("Once upon a time there was a fox, they say. ");
  await expect(desk.getByText(/^Saved at/)).toBeVisible();
  await desk.getByRole("button", { name: "Publish…" }).click();

  const first = desk.getByRole("region", { name: "Animals" });
  await expect(first.getByRole("definition")).toHaveText(["0", "1", "0", "1"]);
  const second = desk.getByRole("region", { name: "Fables" });
  await expect(second.getByRole("definition")).toHaveText(["0", "0", "0", "1"]);
  await expect(desk.getByRole("region", { name: "Past" })).toHaveCount(0);
  await expect(desk.getByText("For me alone")).toHaveCount(0);
  await expect(first.getByText(DOG)).toBeVisible();
  await expect(first.getByText("brown fox").first()).toBeHidden();
  await first.getByText("One note moves along with its words").click();
  await expect(first.getByText("brown fox").first()).toBeVisible();
  await desk.getByRole("button", { name: "Publish revision 2" }).click();
  await expect(desk.getByRole("region", { name: "Revisions" })).toContainText("by Grace");

  // The open reader is told, and keeps both the draft and the place.
  const show = reader.getByRole("button", { name: "Show the new text" });
  await expect(show).toBeVisible();
  const twenty = article(reader).getByText("This is paragraph 20");
  await twenty.evaluate((paragraph) => paragraph.scrollIntoView({ block: "start" }));
  await expect(twenty).toBeInViewport();
  await show.click();
  await expect(article(reader)).toContainText("Nobody is here at night.");
  await expect(twenty).toBeInViewport();
  await expect(article(reader).getByText("Once upon a time")).not.toBeInViewport();
  const unfinished = reader.getByRole("region", { name: "Unfinished" });
  await expect(unfinished).toContainText("Begun on twenty.");

  // Her private note is hers to re-attach, and the staff does not even see it.
  const lost = reader.getByRole("region", { name: "Without a place" });
  await lost.getByRole("button", { name: "One more" }).click();
  await expect(lost.getByRole("article")).toHaveCount(2);
  await lost
    .getByRole("article")
    .filter({ hasText: "For me alone." })
    .getByRole("button", { name: "Re-attach" })
    .click();
  await selectText(reader, "Nobody is here");
  await reader.getByRole("button", { name: "Re-attach here" }).click();
  await expect(lost.getByRole("article")).toHaveCount(1);
  await lost.getByRole("button", { name: "Re-attach" }).click();
  await selectText(reader, "at night");
  await reader.getByRole("button", { name: "Re-attach here" }).click();
  await expect(lost).toBeHidden();

  // In the other course the staff puts Ben's note on other words.
  const staff = await signIn(grace);
  await staff.goto(`/read/${animals.id}`);
  await expect(staff.getByText("Which eye?")).toBeVisible();
  await expect(staff.getByText("For me alone.")).toHaveCount(0);
  await staff.goto(`/read/${fables.id}`);
  const theirs = staff.getByRole("region", { name: "Without a place" });
  await theirs.getByRole("button", { name: "Re-attach" }).click();
  await selectText(staff, "Nobody is here");
  await staff.getByRole("button", { name: "Re-attach here" }).click();
  await expect(article(staff).locator("mark")).toHaveText("Nobody is here");

  // The third course reads what it read.
  const kept = await signIn(cleo);
  await kept.goto(`/read/${past.id}`);
  await expect(article(kept).locator("mark")).toHaveText(DOG);
  await expect(article(kept)).not.toContainText("Nobody is here");
});

test("what was written offline on words that are gone is put on others", async ({
  signIn,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/);
  const { grace, ada, reading, animals } = await threeCourses();
  const page = await signIn(ada);
  await page.goto(`/read/${animals.id}`);
  await untilLive(page);
  // Nothing that is written from here on reaches the server before the text is another one.
  await page.route("**/api/v1/assignments/*/annotations", (route) =>
    route.request().method() === "POST" ? route.abort("internetdisconnected") : route.fallback(),
  );
  await selectText(page, "one eye open");
  await page.keyboard.press("c");
  await page.getByRole("textbox", { name: "New comment" }).fill("Which eye?");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("Waits for the network")).toBeVisible();

  await publishText(grace.id, reading.id, TEXT.replace(DOG, "Nobody is here at night."));
  await page.getByRole("button", { name: "Show the new text" }).click();
  await page.unroute("**/api/v1/assignments/*/annotations");
  await page.getByRole("button", { name: "Re-attach" }).click();
  await selectText(page, "Nobody is here");
  await page.getByRole("button", { name: "Re-attach here" }).click();
  await expect(article(page).locator("mark")).toHaveText("Nobody is here");
  await expect
    .poll(() =>
      db.annotation.findMany({ where: { assignmentId: animals.id }, select: { quote: true } }),
    )
    .toEqual([{ quote: "Nobody is here" }]);
});
