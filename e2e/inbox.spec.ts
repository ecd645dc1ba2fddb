import { db } from "@/lib/db";
import { sealUnsubscription } from "@/lib/notifications/unsubscription";
import { annotate, reply } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, test } from "./support/test";

test("Ada's inbox fills while she looks, and is stepped through, emptied and taken back by keys", async ({
  classroom,
  signIn,
}) => {
  const ada = await classroom.enrol("Ada");
  const ben = await classroom.enrol("Ben");
  const page = await signIn(ada);
  await page.goto("/inbox");
  await expect(page.getByText("Nothing waits for you.")).toBeVisible();

  const fox = await annotate(ada.id, classroom.assignment, "fox", { says: "Why a fox?" });
  const dog = await annotate(ada.id, classroom.assignment, "dog", { says: "Why a dog?" });
  await reply(ben.id, dog.id, "It is lazy.");
  await expect(page.getByRole("article", { name: "Thread on “dog”" })).toBeVisible();
  await reply(ben.id, fox.id, "It is quick.");
  const first = page.getByRole("article", { name: "Thread on “fox”" });
  const second = page.getByRole("article", { name: "Thread on “dog”" });
  await expect(first).toContainText("Ben replied in a thread of yours");
  await expect(first).toContainText("It is quick.");
  await expect(page.getByRole("link", { name: "Inbox, 2 unread threads" })).toBeVisible();

  await page.keyboard.press("j");
  await expect(first).toBeFocused();
  await expect(page.getByRole("link", { name: "Inbox, one unread thread" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(second).toBeFocused();
  await expect(page.getByRole("link", { name: "Inbox", exact: true })).toBeVisible();
  await page.keyboard.press("k");
  await expect(first).toBeFocused();

  await page.keyboard.press("e");
  await expect(first).toHaveCount(0);
  await expect(second).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(first).toBeVisible();

  await first.getByRole("button", { name: "Done" }).click();
  await expect(first).toHaveCount(0);
  await second.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Nothing waits for you.")).toBeVisible();
  await page.keyboard.press("z");
  await expect(second).toBeVisible();

  await page.getByRole("link", { name: "Done" }).click();
  await expect(first).toBeVisible();
  await first.getByRole("button", { name: "Put back" }).click();
  await expect(page.getByText("Nothing was put away yet.")).toBeVisible();
});

test("an entry leads to its thread in the reading", async ({ classroom, signIn }) => {
  const ada = await classroom.enrol("Ada");
  const ben = await classroom.enrol("Ben");
  const { id } = await annotate(ada.id, classroom.assignment, "fox", { says: "Why a fox?" });
  await reply(ben.id, id, "It is quick.");
  const page = await signIn(ada);
  await page.goto("/inbox");
  await page.getByRole("main").getByRole("link", { name: "fox" }).click();
  await expect(page).toHaveURL(`/read/${classroom.assignment.id}#a-${id}`);
  await expect(page.locator(`[data-annotation-id="${id}"]`)).toContainText("It is quick.");
});

test("one sees one's own inbox only", async ({ classroom, signIn }) => {
  const ada = await classroom.enrol("Ada");
  const ben = await classroom.enrol("Ben");
  const { id } = await annotate(ada.id, classroom.assignment, "fox", { says: "Why a fox?" });
  await reply(ben.id, id, "It is quick.");
  const page = await signIn(ben);
  await page.goto("/inbox");
  await expect(page.getByText("Nothing waits for you.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Inbox", exact: true })).toBeVisible();
});

test("mails are chosen in the settings, and the choice is kept", async ({ classroom, signIn }) => {
  const page = await signIn(await classroom.enrol("Dr. Okafor", "INSTRUCTOR"));
  await page.goto("/settings");
  const sent = page.waitForResponse((answer) => answer.url().endsWith("/api/v1/preferences"));
  await page.getByRole("combobox", { name: "Replies in your threads" }).selectOption("weekly");
  await page.getByRole("checkbox", { name: "A daily summary" }).uncheck();
  await sent;
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Replies in your threads" })).toHaveValue(
    "weekly",
  );
  await expect(page.getByRole("checkbox", { name: "A daily summary" })).not.toBeChecked();
});

test("what was there before the first visit is offered apart, and U goes to what is unread", async ({
  classroom,
  signIn,
}) => {
  const ada = await classroom.enrol("Ada");
  const ben = await classroom.enrol("Ben");
  const before = await annotate(ben.id, classroom.assignment, "fox", { says: "Before." });
  const page = await signIn(ada);
  const opened = page.waitForResponse((answer) => answer.url().endsWith("/seen"));
  await page.goto(`/read/${classroom.assignment.id}`);
  await opened;
  await expect(page.getByRole("button", { name: "One from before you came" })).toBeVisible();

  await page.goto("/home");
  await annotate(ben.id, classroom.assignment, "dog", { says: "Meanwhile." });
  await page.goto(`/read/${classroom.assignment.id}`);
  await expect(page.getByRole("button", { name: "Mark all as seen" })).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByRole("article", { name: "Thread on “dog”" })).toBeFocused();

  const marked = page.waitForResponse(
    (answer) => answer.url().endsWith("/unread") && answer.request().method() === "POST",
  );
  await page.getByRole("button", { name: "Mark all as seen" }).click();
  await marked;
  await expect(page.getByRole("button", { name: "Mark all as seen" })).toHaveCount(0);
  await page.reload();
  await expect(page.locator(`[data-annotation-id="${before.id}"]`)).toBeVisible();
  await expect(page.getByRole("button", { name: "One from before you came" })).toHaveCount(0);
});

test("mails end by the link in them, for people who are asked and for programs at once", async ({
  classroom,
  page,
  request,
}) => {
  const ada = await classroom.enrol("Ada");
  const token = sealUnsubscription({ userId: ada.id, subject: "mentions" });
  await page.goto(`/unsubscribe/${token}`);
  expect(await chosenBy(ada)).toEqual({});
  await expectNoViolations(page, "the page that ends mails");
  await page.getByRole("button", { name: "No more mail" }).click();
  await expect(page.getByText("You get no more mail about where you are named.")).toBeVisible();
  expect(await chosenBy(ada)).toEqual({ mailMentions: "off" });

  const replies = sealUnsubscription({ userId: ada.id, subject: "replies" });
  const form = { "List-Unsubscribe": "One-Click" };
  const answer = await request.post(`/api/v1/unsubscribe/${replies}`, { form });
  expect(answer.status()).toBe(204);
  expect(await chosenBy(ada)).toEqual({ mailMentions: "off", mailReplies: "off" });
  const forged = await request.post(`/api/v1/unsubscribe/${replies}x`, { form });
  expect(forged.status()).toBe(404);
});

async function chosenBy({ id }: { id: string }) {
  return (await db.user.findUniqueOrThrow({ where: { id } })).preferences;
}

test("the staff make, replace and end the feed of a course", async ({ classroom, signIn }) => {
  const { course, assignment } = classroom;
  const page = await signIn(await classroom.enrol("Dr. Okafor", "INSTRUCTOR"));
  const ada = await classroom.enrol("Ada");
  await annotate(ada.id, assignment, "fox", { says: "Why a fox?" });
  await page.goto(`/courses/${course.id}/people`);
  await page.getByRole("button", { name: "Make an address" }).click();
  const link = page.getByRole("link", { name: /\/feeds\// });
  await expect(link).toBeVisible();
  const path = (await link.getAttribute("href")) ?? "";
  const answer = await page.request.get(path);
  expect(answer.headers()["content-type"]).toContain("application/atom+xml");
  expect(await answer.text()).toContain("Why a fox?");

  await page.getByRole("button", { name: "End the feed" }).click();
  await expect(link).toHaveCount(0);
  expect((await page.request.get(path)).status()).toBe(404);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`nothing in the ${colorScheme} inbox and its settings breaks a rule of accessibility`, async ({
    classroom,
    signIn,
  }) => {
    const ada = await classroom.enrol("Ada");
    const ben = await classroom.enrol("Ben");
    const page = await signIn(ada, { colorScheme });
    await page.goto("/inbox");
    await expect(page.getByText("Nothing waits for you.")).toBeVisible();
    await expectNoViolations(page, "an empty inbox");
    const { id } = await annotate(ada.id, classroom.assignment, "fox", { says: "Why a fox?" });
    await reply(ben.id, id, "It is quick.");
    const entry = page.getByRole("article", { name: "Thread on “fox”" });
    await expect(entry).toBeVisible();
    await expectNoViolations(page, "an unread thread");
    await page.keyboard.press("j");
    await expect(page.getByRole("link", { name: "Inbox", exact: true })).toBeVisible();
    await expectNoViolations(page, "the thread one is at");
    await page.goto("/settings");
    await expectNoViolations(page, "settings");
  });
}
