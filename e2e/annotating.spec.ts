import { annotate, reply } from "../tests/support/factories";
import { expect, selectText, test } from "./support/test";

test("a highlight is there at once, and still there after a reload", async ({ classroom }) => {
  const ada = await classroom.join("Ada");
  await selectText(ada, "brown fox");
  await ada
    .getByRole("toolbar", { name: "Annotate" })
    .getByRole("button", { name: "Highlight" })
    .click();

  const mark = ada.locator("mark[data-annotations]", { hasText: "brown fox" });
  await expect(mark).toHaveAttribute("data-kind", "HIGHLIGHT");
  await expect(ada.getByRole("status").filter({ hasText: "Saved" })).toBeAttached();
  await ada.reload();
  await expect(mark).toBeVisible();
});

for (const { key, kind, name } of [
  { key: "h", kind: "HIGHLIGHT", name: null },
  { key: "c", kind: "COMMENT", name: "Course" },
  { key: "q", kind: "QUESTION", name: "Course" },
  { key: "n", kind: null, name: "Only me" },
]) {
  test(`the key ${key} does with a selected passage what the toolbar does`, async ({
    classroom,
  }) => {
    const ada = await classroom.join("Ada");
    await selectText(ada, "lazy dog");
    await expect(ada.getByRole("toolbar", { name: "Annotate" })).toBeVisible();
    await ada.keyboard.press(key);
    if (name) {
      const composer = ada.getByRole("form", { name: "New comment" });
      await expect(composer.getByRole("combobox", { name: "Audience" })).toContainText(name);
      await composer.getByRole("textbox").fill("Why lazy?");
      await ada.keyboard.press("ControlOrMeta+Enter");
    }
    const mark = ada.locator("mark[data-annotations]", { hasText: "lazy dog" });
    await expect(mark).toBeVisible();
    if (kind) await expect(mark).toHaveAttribute("data-kind", kind);
    else await expect(mark).toHaveAttribute("data-private", "");
  });
}

test("one's own words can be edited, and are marked as edited", async ({ classroom }) => {
  const member = await classroom.enrol("Ada");
  await annotate(member.id, classroom.assignment, "lazy dog", { says: "Lasy?" });
  const ada = await classroom.open(member);

  const thread = ada.getByRole("article", { name: "Thread on “lazy dog”" });
  await thread.click();
  await ada.keyboard.press("e");
  const editor = ada.getByRole("form", { name: "Edit comment" });
  await expect(editor.getByRole("textbox")).toHaveText("Lasy?");
  await editor.getByRole("textbox").fill("Lazy?");
  await editor.getByRole("button", { name: "Save" }).click();
  await expect(thread).toContainText("Lazy?");
  await expect(thread).toContainText("edited");
});

test("a deleted comment leaves a placeholder where somebody replied, and Undo brings it back", async ({
  classroom,
}) => {
  const member = await classroom.enrol("Ada");
  const classmate = await classroom.enrol("Ben");
  const { id } = await annotate(member.id, classroom.assignment, "lazy dog", { says: "Lazy?" });
  await reply(classmate.id, id, "It says so.");
  const ada = await classroom.open(member);

  const thread = ada.getByRole("article", { name: "Thread on “lazy dog”" });
  await thread.click();
  await thread.getByRole("button", { name: "Actions for the comment by Ada" }).click();
  await ada.getByRole("menuitem", { name: "Delete" }).click();
  await expect(thread).toContainText("This comment was deleted.");
  await expect(thread).toContainText("It says so.");
  await ada.getByRole("button", { name: "Undo" }).click();
  await expect(thread).toContainText("Lazy?");
});

test("a thread goes with its only comment, and Undo brings it back", async ({ classroom }) => {
  const member = await classroom.enrol("Ada");
  await annotate(member.id, classroom.assignment, "lazy dog", { says: "Lazy?" });
  const ada = await classroom.open(member);

  const thread = ada.getByRole("article", { name: "Thread on “lazy dog”" });
  await thread.click();
  await thread.getByRole("button", { name: "Actions for the comment by Ada" }).click();
  await ada.getByRole("menuitem", { name: "Delete" }).click();
  await expect(thread).toBeHidden();
  await expect(ada.locator("mark[data-annotations]")).toHaveCount(0);
  await ada.getByRole("button", { name: "Undo" }).click();
  await expect(thread).toContainText("Lazy?");
});

test("a copied link leads to its thread and passage", async ({ classroom, signIn }) => {
  const member = await classroom.enrol("Ada");
  await annotate(member.id, classroom.assignment, "one eye open", { says: "Which one?" });
  const ada = await signIn(member, { permissions: ["clipboard-read", "clipboard-write"] });
  await ada.goto(`/read/${classroom.assignment.id}`);
  const thread = ada.getByRole("article", { name: "Thread on “one eye open”" });
  await thread.click();
  await thread.getByRole("button", { name: "Copy link" }).click();
  await expect(ada.getByText("Link copied")).toBeVisible();
  const link = await ada.evaluate(() => navigator.clipboard.readText());

  const ben = await signIn(await classroom.enrol("Ben"));
  await ben.goto(link);
  const found = ben.getByRole("article", { name: "Thread on “one eye open”" });
  await expect(found).toBeFocused();
  await expect(found).toHaveAttribute("data-focused", "true");
  await expect(ben.locator("mark[data-annotations]")).toBeInViewport();
});

test("where several marks lie on the same words, a click lists them", async ({ classroom }) => {
  const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  await annotate(ada.id, classroom.assignment, "quick brown fox", { says: "Three words." });
  await annotate(ben.id, classroom.assignment, "brown", { says: "Why brown?" });
  const page = await classroom.open(ada);

  const both = page.locator("mark[data-depth='2']");
  await expect(both).toHaveText("brown");
  await both.click();
  const list = page.getByRole("dialog", { name: "2 threads here" });
  await expect(list.getByRole("button")).toHaveCount(2);
  await list.getByRole("button", { name: /Ben/ }).click();
  await expect(page.getByRole("article", { name: "Thread on “brown”" })).toBeFocused();
});

test("an empty comment is refused with a reason", async ({ classroom }) => {
  const ada = await classroom.join("Ada");
  await selectText(ada, "lazy dog");
  await ada.keyboard.press("c");
  await ada.getByRole("button", { name: "Post" }).click();
  await expect(ada.getByRole("form", { name: "New comment" }).getByRole("alert")).toHaveText(
    "Write something first.",
  );
});

test("what one was writing is there again after a reload", async ({ classroom }) => {
  const ada = await classroom.join("Ada");
  await selectText(ada, "lazy dog");
  await ada.keyboard.press("c");
  await ada.getByRole("textbox", { name: "New comment" }).fill("Half a thou");
  await ada.reload();
  await ada
    .getByRole("region", { name: "Unfinished" })
    .getByRole("button", { name: "Continue" })
    .click();
  await expect(ada.getByRole("textbox", { name: "New comment" })).toHaveText("Half a thou");
});
