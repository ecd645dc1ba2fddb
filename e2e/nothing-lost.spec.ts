import { db } from "@/lib/db";
import { annotate } from "../tests/support/factories";
import { startApplication } from "./support/application";
import { expect, selectText, test, untilLive } from "./support/test";

const OFFLINE = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/;

test("what is written offline is kept, also over a reload, and sent once when the network is back", async ({
  classroom,
  complaints,
}) => {
  complaints.expect(OFFLINE);
  const ada = await classroom.join("Ada");
  await untilLive(ada);
  await ada.context().setOffline(true);
  await selectText(ada, "brown fox");
  await ada.keyboard.press("h");
  await selectText(ada, "lazy dog");
  await ada.keyboard.press("c");
  await ada.getByRole("textbox", { name: "New comment" }).fill("Written in a tunnel.");
  await ada.keyboard.press("ControlOrMeta+Enter");

  const thread = ada.getByRole("article", { name: "Thread on “lazy dog”" });
  await expect(thread).toContainText("Waits for the network");
  await expect(ada.getByRole("alert").filter({ hasText: "You are offline" })).toBeVisible();
  await ada.context().setOffline(false);
  await expect(thread).not.toContainText("Waits for the network");

  await expect
    .poll(() => db.annotation.count({ where: { assignmentId: classroom.assignment.id } }))
    .toBe(2);
  await ada.reload();
  await expect(ada.locator("mark[data-annotations]")).toHaveCount(2);
  await expect(thread).toContainText("Written in a tunnel.");
  expect(await db.comment.count({ where: { assignmentId: classroom.assignment.id } })).toBe(1);
});

test("what was not sent when the page closed is sent when it is opened again", async ({
  classroom,
  complaints,
}) => {
  complaints.expect(/Failed to load resource/);
  const member = await classroom.enrol("Ada");
  const ada = await classroom.open(member);
  await ada.route("**/annotations", (route) => route.abort());
  await selectText(ada, "brown fox");
  await ada.keyboard.press("h");
  await expect(ada.getByRole("article", { name: "Thread on “brown fox”" })).toContainText("Waits");
  await ada.unroute("**/annotations");
  await ada.goto("/home");
  await ada.goto(`/read/${classroom.assignment.id}`);
  await expect
    .poll(() => db.annotation.count({ where: { assignmentId: classroom.assignment.id } }))
    .toBe(1);
  await expect(ada.locator("mark[data-annotations]")).toHaveCount(1);
});

test("a refusal leaves the mark as not saved, with the reason, Retry and Discard", async ({
  classroom,
  complaints,
}) => {
  complaints.expect(/status of 409.*\/annotations/);
  const ada = await classroom.join("Ada");
  const { assignment } = classroom;
  const refuse = { title: "Conflict", status: 409, detail: "The text was revised." };
  await ada.route("**/annotations", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({ status: 409, json: refuse })
      : route.continue(),
  );
  await selectText(ada, "brown fox");
  await ada.keyboard.press("h");
  const thread = ada.getByRole("article", { name: "Thread on “brown fox”" });
  await expect(thread).toContainText("Not saved: The text was revised.");
  await expect(ada.locator("mark[data-unsaved]")).toHaveText("brown fox");
  await expect(ada.getByRole("status").filter({ hasText: "Not saved" })).toBeAttached();

  await ada.unroute("**/annotations");
  await thread.getByRole("button", { name: "Retry" }).click();
  await expect(ada.locator("mark[data-unsaved]")).toHaveCount(0);
  await expect(thread).not.toContainText("Not saved");
  await expect.poll(() => db.annotation.count({ where: { assignmentId: assignment.id } })).toBe(1);
});

test("a refused mark can be discarded", async ({ classroom, complaints }) => {
  complaints.expect(/status of 403.*\/annotations/);
  const ada = await classroom.join("Ada");
  await ada.route("**/annotations", (route) =>
    route.fulfill({ status: 403, json: { detail: "You may not do this." } }),
  );
  await selectText(ada, "brown fox");
  await ada.keyboard.press("h");
  await ada
    .getByRole("article", { name: "Thread on “brown fox”" })
    .getByRole("button", { name: "Discard" })
    .click();
  await expect(ada.locator("mark[data-annotations]")).toHaveCount(0);
});

test("a server that is killed between the write and its answer makes one annotation of two sendings", async ({
  classroom,
  complaints,
}) => {
  complaints.expect(/Failed to load resource/);
  const first = await startApplication();
  const port = new URL(first.url).port;
  const ada = await classroom.join("Ada", "STUDENT", first.url);
  await untilLive(ada);
  // The write gets through; its answer does not, because the server is dead by then.
  await ada.route("**/annotations", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    await first.kill();
    await route.abort("connectionreset");
    await ada.unroute("**/annotations");
  });
  await selectText(ada, "brown fox");
  await ada.keyboard.press("h");
  const thread = ada.getByRole("article", { name: "Thread on “brown fox”" });
  await expect(thread).toContainText("Waits for the network");

  const second = await startApplication({ port });
  try {
    await expect(thread).not.toContainText("Waits for the network", { timeout: 60_000 });
    expect(await db.annotation.count({ where: { assignmentId: classroom.assignment.id } })).toBe(1);
  } finally {
    await ada.context().close();
    await second.stop();
  }
});

test("two tabs cannot overwrite each other: the later is told, and keeps its words", async ({
  classroom,
  complaints,
}) => {
  complaints.expect(/status of 412.*\/comments/);
  const member = await classroom.enrol("Ada");
  await annotate(member.id, classroom.assignment, "lazy dog", { says: "First." });
  const page = await classroom.open(member);
  const thread = page.getByRole("article", { name: "Thread on “lazy dog”" });
  await thread.click();
  await page.keyboard.press("e");
  const editor = page.getByRole("form", { name: "Edit comment" });
  await editor.getByRole("textbox").fill("Mine.");
  // Another tab was quicker. This one has not heard of it: its stream is cut off.
  await page.route("**/events*", (route) => route.abort());
  await db.comment.updateMany({
    where: { authorId: member.id },
    data: { version: { increment: 1 } },
  });
  await editor.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/changed this in the meantime/).first()).toBeVisible();
  await expect(editor.getByRole("textbox")).toHaveText("Mine.");
});

test("a form that cannot be sent keeps what was typed, and is sent when the network is back", async ({
  classroom,
  signIn,
  complaints,
}) => {
  complaints.expect(OFFLINE);
  const page = await signIn(await classroom.enrol("Dr. Okafor"));
  await page.goto("/courses/new");
  await page.getByLabel("Title").fill("Natural History");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Nothing is lost");
  await expect(page.getByLabel("Title")).toHaveValue("Natural History");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Natural History" })).toBeVisible();
});
