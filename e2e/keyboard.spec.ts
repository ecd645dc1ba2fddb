import { annotate } from "../tests/support/factories";
import { expect, test } from "./support/test";

test("one reads, goes from thread to thread, replies and comes back without a mouse", async ({
  classroom,
}) => {
  const ben = await classroom.enrol("Ben");
  await annotate(ben.id, classroom.assignment, "brown fox", { says: "Why brown?" });
  await annotate(ben.id, classroom.assignment, "one eye open", { says: "Which one?" });
  const ada = await classroom.join("Ada");
  const article = ada.getByRole("main").getByRole("article", { name: "The Fox and the Dog" });
  const [first, second] = ["brown fox", "one eye open"].map((words) =>
    ada.getByRole("article", { name: `Thread on “${words}”` }),
  );
  await expect(ada.locator("mark[data-annotations]")).toHaveCount(2);
  await expect(ada.getByRole("button", { name: "2 from before you came" })).toBeVisible();

  await article.focus();
  for (const [role, name] of [
    ["combobox", "Show"],
    ["button", "Filter and sort"],
    ["button", "Hide highlights"],
    ["button", "2 from before you came"],
    ["button", "Mark all as seen"],
    ["button", "Note on the whole reading"],
  ] as const) {
    await ada.keyboard.press("Tab");
    await expect(ada.getByRole(role, { name })).toBeFocused();
  }
  await ada.keyboard.press("Tab");
  await expect(first!).toBeFocused();
  await ada.keyboard.press("j");
  await expect(second!).toBeFocused();
  await ada.keyboard.press("k");
  await expect(first!).toBeFocused();

  await ada.keyboard.press("r");
  const reply = ada.getByRole("textbox", { name: "Reply" });
  await expect(reply).toBeFocused();
  await ada.keyboard.type("Because of its fur.");
  await ada.keyboard.press("Control+Enter");
  await expect(first!).toContainText("Because of its fur.");
  await expect(first!).toBeFocused();
  await expect(first!).not.toContainText("Sending");

  await ada.keyboard.press("e");
  await expect(ada.getByRole("textbox", { name: "Edit comment" })).toBeFocused();
  await ada.keyboard.press("Escape");
  await expect(first!).toBeFocused();
  await ada.keyboard.press("Escape");
  // Back at the passage, from where a screen reader goes on reading.
  await expect(article.getByRole("link", { name: "Comment, 2 comments:" })).toBeFocused();

  await ada.keyboard.press("?");
  const help = ada.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toBeVisible();
  await ada.keyboard.press("Escape");
  await expect(help).toBeHidden();

  await ada.keyboard.press("/");
  await ada.keyboard.type("DOG");
  await expect(ada.getByText("1 of 2")).toBeVisible();
  await ada.keyboard.press("Enter");
  await expect(ada.getByText("2 of 2")).toBeVisible();
  await ada.keyboard.press("Escape");
  await expect(ada.getByRole("searchbox")).toHaveCount(0);
});

test("Tab leads out of the composer again: nothing traps the focus", async ({ classroom }) => {
  const ben = await classroom.enrol("Ben");
  await annotate(ben.id, classroom.assignment, "brown fox", { says: "Why brown?" });
  const ada = await classroom.join("Ada");
  await expect(ada.locator("mark[data-annotations]")).toHaveCount(1);
  await ada.keyboard.press("j");
  await ada.keyboard.press("r");
  await expect(ada.getByRole("textbox", { name: "Reply" })).toBeFocused();
  const form = ada.getByRole("form", { name: "Reply" });
  await expect
    .poll(async () => {
      await ada.keyboard.press("Tab");
      return form.evaluate((element) => element.contains(document.activeElement));
    })
    .toBe(false);
});
