import { expect, test } from "./support/test";

const selected = () => String(document.getSelection());

test("one picks a passage by keys, hears it, and comments on it", async ({ classroom }) => {
  const ada = await classroom.join("Ada");
  await expect(ada.locator("article .ProseMirror")).toBeVisible();
  const article = ada.getByRole("main").getByRole("article", { name: "The Fox and the Dog" });
  const said = ada.getByRole("status").first();
  const here = ada.locator(".block-cursor");
  await article.focus();

  await ada.keyboard.press("ArrowDown");
  await expect(here).toContainText("The quick brown fox");
  await expect(said).toHaveText("1 of 2: The quick brown fox jumps over the lazy…");
  await ada.keyboard.press("End");
  await expect(here).toContainText("A dog that was jumped over");
  await ada.keyboard.press("ArrowUp");
  await expect(here).toContainText("The quick brown fox");

  await ada.keyboard.press("Enter");
  expect(await ada.evaluate(selected)).toBe("The");
  await expect(said).toHaveText("The");
  await ada.keyboard.press("ArrowRight");
  await ada.keyboard.press("Shift+ArrowRight");
  await expect(said).toHaveText("quick brown");
  await expect(ada.getByRole("toolbar", { name: "Annotate" })).toBeVisible();
  await ada.keyboard.press("ArrowDown");
  await expect(said).toHaveText("The quick brown fox jumps over the lazy dog.");

  await ada.keyboard.press("Escape");
  await expect(ada.getByRole("toolbar", { name: "Annotate" })).toBeHidden();
  await expect(here).toContainText("The quick brown fox");
  await ada.keyboard.press("Escape");
  await expect(here).toHaveCount(0);
  await expect(article).toBeFocused();

  await ada.keyboard.press("Enter");
  await ada.keyboard.press("ArrowRight");
  await ada.keyboard.press("h");
  await expect(ada.locator("mark[data-kind='HIGHLIGHT']")).toHaveText("quick");
  await expect(article).toBeFocused();

  await ada.keyboard.press("Enter");
  await ada.keyboard.press("Shift+ArrowRight");
  await ada.keyboard.press("Tab");
  await expect(ada.getByRole("button", { name: "Highlight", exact: true })).toBeFocused();
  await ada.keyboard.press("Escape");
  await expect(article).toBeFocused();
  await ada.keyboard.press("c");
  await expect(ada.getByRole("textbox", { name: "New comment" })).toBeFocused();
  await ada.keyboard.type("Which one?");
  await ada.keyboard.press("Control+Enter");
  await expect(ada.getByRole("article", { name: "Thread on “The quick”" })).toContainText(
    "Which one?",
  );
});

test("whoever clicks into the text scrolls by arrow keys; Ctrl+A takes the text and no more", async ({
  classroom,
}) => {
  await classroom.withText(Array.from({ length: 60 }, (_, at) => `Paragraph ${at}.`).join("\n\n"));
  const ada = await classroom.join("Ada");
  await expect(ada.locator("article .ProseMirror")).toBeVisible();
  await ada.getByText("Paragraph 2.", { exact: true }).click();
  await ada.keyboard.press("ArrowDown");
  await expect(ada.locator(".block-cursor")).toHaveCount(0);
  await expect.poll(() => ada.evaluate(() => window.scrollY)).toBeGreaterThan(0);

  await ada.keyboard.press("Control+a");
  const all = await ada.evaluate(selected);
  expect(all.trim()).toMatch(/^Paragraph 0\.[\s\S]*Paragraph 59\.$/);
  await ada.keyboard.press("h");
  await expect(ada.locator("mark[data-annotations]").first()).toBeVisible();
  await expect(ada.getByRole("article", { name: /^Thread on “Paragraph 0/ })).toBeVisible();
});

test("in text that runs from right to left, Left leads forward", async ({ classroom }) => {
  await classroom.withText("قرأت كتابًا أمس.");
  const ada = await classroom.join("Ada");
  await expect(ada.locator("article .ProseMirror")).toBeVisible();
  await ada.locator(".reader-article").focus();
  await ada.keyboard.press("Enter");
  await ada.keyboard.press("Shift+ArrowLeft");
  expect(await ada.evaluate(selected)).toBe("قرأت كتابًا");
});
