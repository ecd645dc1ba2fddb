import { createUser } from "../tests/support/factories";
import { expect, test } from "./support/test";

const PASSWORD = "in the margin of the page";

test("somebody new signs up, signs out and signs in again", async ({ page }) => {
  const email = `${crypto.randomUUID()}@example.edu`;

  await page.goto("/sign-up");
  await expect(page.getByRole("heading", { name: "Create your account" })).toBeVisible();
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Your courses" })).toBeVisible();

  await page.getByRole("button", { name: "Account of Ada Lovelace" }).click();
  await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL("/");
  await page.goto("/home");
  await expect(page).toHaveURL("/sign-in?return=%2Fhome");

  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Your courses" })).toBeVisible();
});

test("a wrong password is refused with a reason, and the email is kept", async ({ page }) => {
  const { email } = await createUser({ password: PASSWORD });

  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill("on the back of the page");
  await page.getByRole("button", { name: "Sign in" }).click();

  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toHaveText("Email or password is not right.");
  await expect(page.getByLabel("Email")).toHaveValue(email);
});
