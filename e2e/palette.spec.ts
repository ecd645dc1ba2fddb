import { annotate } from "../tests/support/factories";
import { expect, selectText, test, untilLive } from "./support/test";

test("Ctrl+K leads anywhere by keys alone", async ({ classroom, signIn }) => {
  const ada = await classroom.enrol("Ada");
  await annotate(ada.id, classroom.assignment, "lazy dog", { says: "A zebra" });
  const page = await signIn(ada);
  await page.goto("/home");
  const palette = page.getByRole("dialog", { name: "Go anywhere" });
  const field = palette.getByRole("combobox");
  // The page listens for the key once it has come alive.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await field.fill("noteb");
  await expect(palette.getByRole("option", { name: "Notebook" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/notebook$/);
  await expect(palette).toHaveCount(0);

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("");
  await field.fill("zebr");
  await expect(palette.getByRole("option", { name: /A zebra/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article", { name: /^Thread on “lazy dog/ })).toBeInViewport();

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(palette).toHaveCount(0);
});

test("commands do what they say, those of the page among them", async ({ classroom }) => {
  const page = await classroom.join("Ada");
  await untilLive(page);
  const palette = page.getByRole("dialog", { name: "Go anywhere" });
  await page.keyboard.press("Control+k");
  await palette.getByRole("combobox").fill("shortcuts");
  await palette.getByRole("option", { name: "Keyboard shortcuts" }).click();
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.keyboard.press("Control+k");
  const kept = page.waitForResponse(/\/api\/v1\/preferences$/);
  await palette.getByRole("option", { name: "Switch between light and dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  // Whoever signs out before it is kept has it in this browser alone.
  expect((await kept).ok()).toBe(true);

  await page.keyboard.press("Control+k");
  await palette.getByRole("option", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
});

test("the reading page's own keys rest in it, and work again after it", async ({ classroom }) => {
  const page = await classroom.join("Ada");
  await untilLive(page);
  await selectText(page, "brown fox");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Go anywhere" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("chq/?");
  await expect(palette.getByRole("combobox")).toHaveValue("chq/?");
  await expect(page.getByRole("form")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(palette).toHaveCount(0);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
});

test("on a phone a button in the header opens it", async ({ classroom, signIn }) => {
  const ada = await classroom.enrol("Ada");
  const page = await signIn(ada, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.goto("/home");
  const palette = page.getByRole("dialog", { name: "Go anywhere" });
  await expect(async () => {
    await page.getByRole("button", { name: "Search and go anywhere" }).tap();
    await expect(palette).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await palette.getByRole("option", { name: "Settings" }).tap();
  await expect(page).toHaveURL(/\/settings$/);
});

test("where the server does not answer, places and commands are still there", async ({
  classroom,
  signIn,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED.*\/api\/v1\/palette/);
  const page = await signIn(await classroom.enrol("Ada"));
  await page.route("**/api/v1/palette**", (route) => route.abort());
  await page.goto("/home");
  const palette = page.getByRole("dialog", { name: "Go anywhere" });
  await expect(async () => {
    await page.getByRole("button", { name: "Search and go anywhere" }).click();
    await expect(palette).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(palette.getByText("The search did not answer.")).toBeVisible();
  await expect(palette.getByRole("option", { name: "Notebook" })).toBeVisible();
});
