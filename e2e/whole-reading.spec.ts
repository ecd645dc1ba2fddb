import { expect, test, untilLive } from "./support/test";

test("a note on the whole reading stands at the top, for others at once, and comes first", async ({
  classroom,
}) => {
  const [ada, ben] = [await classroom.join("Ada"), await classroom.join("Ben")];
  await untilLive(ben);
  const button = ada.getByRole("button", { name: "Note on the whole reading" });
  await button.click();
  await ada.getByRole("menuitem", { name: "Question" }).click();
  await expect(ada.getByRole("textbox", { name: "New comment" })).toBeFocused();
  await ada.keyboard.type("Is it a fable?");
  await ada.keyboard.press("Control+Enter");

  for (const page of [ada, ben]) {
    const note = page
      .getByRole("region", { name: "On the whole reading" })
      .getByRole("article", { name: "Thread on the whole reading" });
    await expect(note).toContainText("Is it a fable?");
    await expect(page.locator("mark[data-annotations]")).toHaveCount(0);
  }
  await ben.keyboard.press("j");
  const note = ben.getByRole("article", { name: "Thread on the whole reading" });
  await expect(note).toBeFocused();
  await ben.keyboard.press("r");
  await expect(ben.getByRole("textbox", { name: "Reply" })).toBeFocused();
  await ben.keyboard.type("It has a dog.");
  await ben.keyboard.press("Control+Enter");
  await expect(ada.getByRole("article", { name: "Thread on the whole reading" })).toContainText(
    "It has a dog.",
  );

  await button.click();
  await ada.getByRole("menuitem", { name: "Private note" }).click();
  await expect(ada.getByRole("textbox", { name: "New comment" })).toBeFocused();
  await ada.keyboard.type("For the exam.");
  await ada.keyboard.press("Escape");
  await ada.getByRole("button", { name: "Continue" }).click();
  await expect(ada.getByRole("textbox", { name: "New comment" })).toHaveText("For the exam.");
  await expect(ada.getByRole("textbox", { name: "New comment" })).toBeFocused();
  await ada.keyboard.press("Control+Enter");
  await expect(ada.getByRole("article", { name: "Thread on the whole reading" })).toHaveCount(2);
  await ada.reload();
  await ada.getByRole("button", { name: "1 more on the whole reading" }).click();
  await expect(ada.getByRole("article", { name: "Thread on the whole reading" })).toHaveCount(2);
});
