import { createUser } from "../tests/support/factories";
import { expect, test } from "./support/test";

const PASSWORD = "in the margin of the page";

test("pages carry a policy with a nonce and no inline scripts, new for every page", async ({
  request,
}) => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get("/sign-in")).headers()["content-security-policy"]),
  );
  const [scripts] = /script-src [^;]*/.exec(policies[0] ?? "") ?? [];
  expect(scripts).toMatch(/'nonce-[^']+'/);
  expect(scripts).not.toContain("unsafe");
  expect(policies[0]).not.toBe(policies[1]);
  const headers = (await request.get("/sign-in")).headers();
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
  expect(headers["x-powered-by"]).toBeUndefined();
});

test("a write that another site starts is refused", async ({ classroom, signIn }) => {
  const page = await signIn(await classroom.enrol("Ada"));
  const response = await page.request.post(`/api/v1/assignments/${classroom.assignment.id}/seen`, {
    headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  });
  expect(response.status()).toBe(403);
  expect(response.headers()["content-type"]).toBe("application/problem+json");
});

test("the session cookie is out of reach of scripts and of other sites", async ({
  page,
  context,
}) => {
  const { email } = await createUser({ password: PASSWORD });
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/home");
  const cookie = (await context.cookies()).find(({ name }) => name.includes("session"));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
});

test("signing out everywhere ends the session of another browser at once", async ({
  classroom,
  signIn,
}) => {
  const member = await classroom.enrol("Ada");
  const [here, there] = [await signIn(member), await signIn(member)];
  await there.goto("/home");
  await here.goto("/home");
  await here.getByRole("button", { name: "Account of Ada" }).click();
  await here.getByRole("menuitem", { name: "Sign out everywhere" }).click();
  await expect(here).toHaveURL("/");
  await there.goto("/home");
  await expect(there).toHaveURL(/\/sign-in/);
});

for (const back of [
  "//evil.example",
  "https://evil.example",
  "/\\evil.example",
  "javascript:alert(1)",
]) {
  test(`signing in never leads to ${back}`, async ({ page }) => {
    const { email } = await createUser({ password: PASSWORD });
    await page.goto(`/sign-in?return=${encodeURIComponent(back)}`);
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL("/home");
  });
}

test("health says that the application can serve, and no secrets", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({ status: "ok" });
  expect(await response.text()).not.toMatch(/postgres(ql)?:|@|secret/i);
});

test("the demo's one-click people come in by the ordinary door", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Student A" }).click();
  await expect(page.getByRole("heading", { name: "Your courses" })).toBeVisible();
  await page.getByRole("link", { name: "Official prose in translation" }).click();
  await expect(page.getByText("Guangming Daily").first()).toBeVisible();
  await expect(page.locator("mark[data-annotations]").first()).toBeVisible();
});
