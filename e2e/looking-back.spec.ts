import { publishText } from "../tests/support/drafts";
import { annotate, createAssignment, createReading } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, selectText, test } from "./support/test";

const OLD = "The quick brown fox jumps over the lazy dog.\n\nA dog sleeps with one eye open.";
const NEW = "The quick brown fox leaps over the lazy dog.\n\nNobody sleeps here.";

test("an older text is looked back on with its notes, and compared with the present one", async ({
  classroom,
  signIn,
  complaints,
}) => {
  complaints.expect(/404.*\/read\//);
  const grace = await classroom.enrol("Grace", "INSTRUCTOR");
  const ada = await classroom.enrol("Ada");
  const reading = await createReading({ ownerId: grace.id, markdown: OLD });
  const assignment = await createAssignment(classroom.course.id, { reading });
  await annotate(ada.id, assignment, "A dog sleeps with one eye open", { says: "Which eye?" });
  await publishText(grace.id, reading.id, NEW);

  const page = await signIn(ada);
  await page.goto(`/read/${assignment.id}`);
  await expect(page.getByRole("article", { name: reading.title })).toContainText("Nobody sleeps");
  await page.getByRole("link", { name: "Read the text before" }).click();

  const older = page.getByRole("region", { name: "Older text" });
  await expect(older).toContainText("revision 1");
  await expectNoViolations(page, "an older text");
  const article = page.getByRole("article", { name: reading.title });
  await expect(article.locator("mark")).toHaveText("A dog sleeps with one eye open");
  await expect(page.getByText("Which eye?")).toBeVisible();
  await expect(page.getByRole("button", { name: "Reply" })).toHaveCount(0);
  await selectText(page, "quick brown fox");
  await page.keyboard.press("h");
  await expect(article.locator("mark")).toHaveCount(1);
  await expect(page.getByRole("toolbar", { name: "Annotate" })).toHaveCount(0);

  await older.getByRole("link", { name: "Compare" }).click();
  await expect(page.getByText("2 paragraphs differ.")).toBeVisible();
  await expectNoViolations(page, "a comparison");
  await expect(page.locator("del", { hasText: "jumps" })).toBeVisible();
  await expect(page.locator("ins", { hasText: "leaps" })).toBeVisible();
  await page.getByRole("link", { name: reading.title }).click();
  await expect(page.getByRole("article", { name: reading.title })).toContainText("Nobody sleeps");

  await page.goto(`/read/${assignment.id}?revision=7`);
  await expect(page.getByText("This page is not here.")).toBeVisible();
});

test("whoever owns a text compares its revisions from the library", async ({
  classroom,
  signIn,
}) => {
  const grace = await classroom.enrol("Grace", "INSTRUCTOR");
  const reading = await createReading({ ownerId: grace.id, markdown: OLD });
  await publishText(grace.id, reading.id, NEW);
  const page = await signIn(grace);
  await page.goto(`/library/${reading.id}`);
  await page.getByRole("link", { name: "Compare with the one before" }).click();
  await expect(page.getByRole("heading", { name: "Revision 2" })).toBeVisible();
  await page.getByLabel("Earlier revision").selectOption("2");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText("The two revisions say the same.")).toBeVisible();
});
