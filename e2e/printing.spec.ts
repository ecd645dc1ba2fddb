import { annotate, reply } from "../tests/support/factories";
import { expect, test } from "./support/test";

test("a reading is printed with numbered notes at its end, and nothing that others keep to themselves", async ({
  classroom,
}) => {
  const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  const { assignment } = classroom;
  const { id } = await annotate(ben.id, assignment, "quick brown fox", { says: "Why brown?" });
  await reply(ada.id, id, "Foxes are.");
  await annotate(ada.id, assignment, "lazy", { says: "For my essay.", audience: "ONLY_ME" });
  await annotate(ben.id, assignment, "one eye", { says: "Secret.", audience: "ONLY_ME" });

  const page = await classroom.open(ada, { colorScheme: "dark" });
  await expect(page.locator("mark[data-annotations]").first()).toBeVisible();
  // The browser's own window cannot be pressed by a test; what it announces can be said for it.
  await page.evaluate(() => {
    window.print = () => void window.dispatchEvent(new Event("beforeprint"));
  });
  await page.getByRole("button", { name: "Print" }).click();
  await page.emulateMedia({ media: "print" });

  await expect(page.locator(".print-page")).toContainText(
    "The quick brown fox1 jumps over the lazy2 dog.",
  );
  await expect(page.locator(".reader-article")).toBeHidden();
  const notes = page.getByRole("region", { name: "Notes" });
  await expect(notes.getByRole("listitem")).toHaveCount(2);
  await expect(notes.getByRole("listitem").first()).toContainText("quick brown fox");
  await expect(notes.getByRole("listitem").first()).toContainText("Why brown?");
  await expect(notes.getByRole("listitem").first()).toContainText("Foxes are.");
  await expect(notes.getByRole("listitem").last()).toContainText("Only me");
  await expect(notes).not.toContainText("Secret.");
  for (const name of ["Reading appearance", "Discussion"]) {
    await expect(page.getByRole("button", { name })).toBeHidden();
  }
  await expect(page.getByRole("complementary", { name: "Discussion" })).toBeHidden();
  const ink = await notes.evaluate((element) => getComputedStyle(element).color);
  expect(ink).toBe("rgb(0, 0, 0)");

  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator(".print-page")).toBeEmpty();
  await expect(page.locator(".reader-article")).toBeVisible();
  // By the browser's own way too: what a PDF is made of.
  expect((await page.pdf()).byteLength).toBeGreaterThan(1_000);
  await expect(page.locator(".print-page")).toBeEmpty();
});

test("the filter decides which notes are printed, and their numbers stand in the text", async ({
  classroom,
  signIn,
}) => {
  const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  const { assignment } = classroom;
  await annotate(ben.id, assignment, "quick brown fox", { says: "Foxes are brown." });
  await annotate(ben.id, assignment, "lazy", { says: "Why lazy?", kind: "QUESTION" });

  const page = await signIn(ada);
  await page.goto(`/read/${assignment.id}?show=questions`);
  await expect(page.locator("mark[data-annotations]")).toHaveText(["lazy"]);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".print-page")).toContainText("over the lazy1 dog.");
  const notes = page.getByRole("region", { name: "Notes" }).getByRole("listitem");
  await expect(notes).toHaveCount(1);
  await expect(notes).toContainText("Why lazy?");
});
