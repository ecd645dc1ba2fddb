import { createUser } from "../tests/support/factories";
import { test } from "./support/test";

const COMPLAINT = 'console.error("each child needs a key")';

test.fail("console.error in the browser fails a test", async ({ page }) => {
  await page.goto("/sign-in");
  await page.evaluate(COMPLAINT);
});

test.fail("an error that nothing catches fails a test", async ({ page }) => {
  await page.goto("/sign-in");
  await page.evaluate(() => {
    Promise.reject(new Error("nobody waits for me"));
  });
});

test.fail("a request that fails, fails a test", async ({ page }) => {
  await page.goto("/sign-in");
  await page.evaluate(() => fetch("/api/v1/nothing"));
});

test.fail("so does a complaint in a browser that the test opened itself", async ({ signIn }) => {
  const page = await signIn(await createUser());
  await page.goto("/home");
  await page.evaluate(COMPLAINT);
});

test("a test may announce what it provokes", async ({ page, complaints }) => {
  complaints.expect(/404.*\/api\/v1\/nothing/);
  await page.goto("/sign-in");
  await page.evaluate(() => fetch("/api/v1/nothing"));
});
