import type { Page } from "@playwright/test";
import { publishText } from "../tests/support/drafts";
import type { Member } from "../tests/support/factories";
import {
  annotate,
  createAssignment,
  createCourse,
  createMember,
  createReading,
  enrol,
} from "../tests/support/factories";
import { expect, selectText, test, untilLive } from "./support/test";

const TEXT = "The quick brown fox jumps over the lazy dog.\n\nA dog sleeps with one eye open.";

/** A reading of Grace's, read in two courses. */
async function twoCourses() {
  const [one, two] = [
    await createCourse({ title: "Animals" }),
    await createCourse({ title: "Fables" }),
  ];
  const grace = await createMember(one.id, "INSTRUCTOR", "Grace");
  await enrol(two.id, grace.id, "INSTRUCTOR");
  const reading = await createReading({ ownerId: grace.id, markdown: TEXT });
  const assignments = [
    await createAssignment(one.id, { reading }),
    await createAssignment(two.id, { reading }),
  ] as const;
  const ada: Member = await createMember(one.id, "STUDENT", "Ada");
  await enrol(two.id, ada.id);
  return { grace, ada, reading, assignments };
}

function editorOf(page: Page) {
  return page.getByRole("textbox", { name: /^Text of/ });
}

test("a text is revised, what becomes of the notes is shown, and it is published", async ({
  signIn,
}) => {
  const { grace, ada, reading, assignments } = await twoCourses();
  await annotate(ada.id, assignments[0], "brown fox", { says: "Why brown?" });
  await annotate(ada.id, assignments[1], "A dog sleeps with one eye open", { says: "Which eye?" });
  const page = await signIn(grace);
  await page.goto(`/library/${reading.id}`);
  await page.getByRole("button", { name: "Edit the text" }).click();

  const editor = editorOf(page);
  // There before anything is touched.
  await expect(page.getByRole("toolbar", { name: "Text tools" })).toBeVisible();
  await editor.getByText("A dog sleeps").click({ clickCount: 3 });
  await page.keyboard.type("Nobody sleeps here.");
  await expect(page.getByText(/^Saved at/)).toBeVisible();

  await page.getByRole("button", { name: "Publish…" }).click();
  await expect(page.getByRole("heading", { name: "Publish revision 2" })).toBeVisible();
  const fables = page.getByRole("region", { name: "Fables" });
  await expect(fables).toContainText("A dog sleeps with one eye open");
  await expect(fables).toContainText("Gone");
  await page.getByRole("link", { name: "Back to editing" }).click();
  await expect(editorOf(page)).toContainText("Nobody sleeps here.");
  await page.getByRole("button", { name: "Publish…" }).click();
  await page.getByRole("button", { name: "Publish revision 2" }).click();
  await expect(page.getByRole("region", { name: "Revisions" })).toContainText("by Grace");
});

test("two tabs with one draft: the second is told, and nothing is lost", async ({
  signIn,
  complaints,
}) => {
  complaints.expect(/412/);
  const { grace, reading } = await twoCourses();
  const first = await signIn(grace);
  await first.goto(`/library/${reading.id}/edit`);
  const second = await first.context().newPage();
  await second.goto(`/library/${reading.id}/edit`);

  await editorOf(first).getByText("The quick").click();
  await first.keyboard.press("Home");
  await first.keyboard.type("First. ");
  await expect(first.getByText(/^Saved at/)).toBeVisible();

  await editorOf(second).getByText("The quick").click();
  await second.keyboard.press("Home");
  await second.keyboard.type("Second. ");
  await expect(second.getByRole("alert").getByText("Changed elsewhere.")).toBeVisible();
  await expect(second.getByRole("region", { name: "Kept in this browser" })).toContainText(
    "Second. The quick",
  );
  await second.getByRole("button", { name: "Load the other version" }).click();
  await expect(editorOf(second)).toContainText("First. The quick");
});

test("figures, footnotes and tables are written by button", async ({ signIn }) => {
  const { grace, reading } = await twoCourses();
  const page = await signIn(grace);
  await page.goto(`/library/${reading.id}/edit`);
  const editor = editorOf(page);
  await editor.getByText("The quick").click();
  await page.keyboard.press("End");

  await page.getByRole("button", { name: "Footnote" }).click();
  await page.keyboard.type("Said of foxes.");
  await expect(editor.locator(".footnotes")).toContainText("Said of foxes.");

  await editor.getByText("A dog sleeps").click();
  await page.getByLabel("Image file").setInputFiles({
    name: "fox.png",
    mimeType: "image/png",
    buffer: Buffer.from(PNG, "base64"),
  });
  const window = page.getByRole("dialog", { name: "Add a figure" });
  await window.getByRole("button", { name: "Insert" }).click();
  await expect(window.getByRole("alert")).toHaveText("Say in words what the image shows.");
  await window.getByLabel("Alternative text").fill("A red dot");
  await window.getByRole("button", { name: "Insert" }).click();
  await expect(editor.getByRole("img", { name: "A red dot" })).toBeVisible();

  await page.getByRole("button", { name: "Insert a table" }).click();
  await expect(editor.getByRole("table")).toBeVisible();
  await expect(page.getByText(/^Saved at/)).toBeVisible();
});

const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==";

test("a note that lost its words is put on others by its author, and the page tells of the revision", async ({
  signIn,
}) => {
  const { grace, ada, reading, assignments } = await twoCourses();
  const [assignment] = assignments;
  await annotate(ada.id, assignment, "A dog sleeps with one eye open", { says: "Which eye?" });
  const page = await signIn(ada);
  await page.goto(`/read/${assignment.id}`);
  await untilLive(page);
  await publishText(grace.id, reading.id, "The quick brown fox jumps.\n\nNobody sleeps here.");

  await page.getByRole("button", { name: "Show the new text" }).click();
  await expect(page.getByRole("article", { name: reading.title })).toContainText("Nobody sleeps");
  const detached = page.getByRole("region", { name: "Without a place" });
  await expect(detached).toContainText("A dog sleeps with one eye open");
  await detached.getByRole("button", { name: "Re-attach" }).click();
  await selectText(page, "Nobody sleeps here");
  await page.getByRole("button", { name: "Re-attach here" }).click();
  await expect(page.locator("mark.annotation")).toHaveText("Nobody sleeps here");
  await expect(detached).toBeHidden();
  await expect(page.getByText(/^Re-attached by Ada/)).toBeVisible();
});
