import type { Page } from "@playwright/test";

import { annotate } from "../tests/support/factories";
import { allowAnonymity } from "../tests/support/groups";
import { startApplication } from "./support/application";
import { expectNoViolations } from "./support/no-violations";
import { expect, test, untilLive } from "./support/test";

const here = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Begins a reply in the thread on these words. */
async function beginReply(page: Page, quote: string): Promise<void> {
  const thread = page.getByRole("article", { name: `Thread on “${quote}”` });
  await thread.click();
  await page.keyboard.press("r");
  await page.getByRole("textbox", { name: "Reply" }).pressSequentially("I think ");
}

test("people of several instances see each other, and who is gone with a tab or an instance", async ({
  classroom,
  complaints,
  secondURL,
}) => {
  complaints.expect(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE/);
  const third = await startApplication();
  try {
    const ada = await classroom.join("Ada Lovelace");
    await untilLive(ada);
    await expect(ada.getByRole("button", { name: /here:/ })).toHaveCount(0);
    const tools = ada.getByRole("button", { name: "Appearance" });
    const before = await tools.boundingBox();
    const ben = await classroom.join("Ben", "STUDENT", secondURL);
    await classroom.join("Cleo", "INSTRUCTOR", third.url);
    for (const page of [ada, ben]) {
      await expect(here(page, "3 people here: Ada Lovelace, Ben, Cleo")).toBeVisible();
    }
    expect(await tools.boundingBox()).toEqual(before);
    await here(ada, "3 people here: Ada Lovelace, Ben, Cleo").click();
    const list = ada.getByRole("dialog", { name: "Here at this moment" });
    await expect(list.getByRole("listitem")).toHaveText([
      /Ada Lovelace \(you\)/,
      /Ben/,
      /CleoStaff/,
    ]);
    await expectNoViolations(ada, "with the people who are here");
    await ada.keyboard.press("Escape");

    await third.kill();
    await expect(here(ada, "2 people here: Ada Lovelace, Ben")).toBeVisible({ timeout: 30_000 });
    await ben.close();
    await expect(ada.getByRole("button", { name: /here:/ })).toHaveCount(0);
  } finally {
    await third.stop();
  }
});

test("a classmate's writing is seen in the thread, through another instance, moves nothing and passes", async ({
  classroom,
  secondURL,
}) => {
  const writer = await classroom.enrol("Cleo");
  await annotate(writer.id, classroom.assignment, "quick brown", { says: "Why brown?" });
  await annotate(writer.id, classroom.assignment, "lazy", { says: "Is it?" });
  const ada = await classroom.join("Ada");
  const ben = await classroom.join("Ben", "STUDENT", secondURL);
  const cleo = await classroom.open(writer);
  const thread = (page: Page) => page.getByRole("article", { name: "Thread on “quick brown”" });
  await thread(ada).click();
  for (const page of [ada, ben, cleo]) await untilLive(page);
  const box = await thread(ada).boundingBox();
  const next = ada.getByRole("article", { name: "Thread on “lazy”" });
  const place = await next.boundingBox();
  await beginReply(ben, "quick brown");
  for (const page of [ada, cleo]) {
    await expect(thread(page).getByText("Ben is writing…")).toBeVisible();
  }
  await expect(ada.getByRole("status").getByText("Ben is writing…")).toBeAttached();
  await expect(thread(ben).getByText("is writing")).toHaveCount(0);
  expect(await thread(ada).boundingBox()).toEqual(box);
  expect(await next.boundingBox()).toEqual(place);
  await expectNoViolations(ada, "while somebody writes");

  await ben.keyboard.type("so.");
  await ben.keyboard.press("ControlOrMeta+Enter");
  await expect(thread(ada)).toContainText("I think so.");
  await expect(thread(ada).getByText("is writing")).toHaveCount(0);

  await beginReply(ben, "lazy");
  await expect(next.getByText("Ben is writing…")).toBeVisible();
  await ben.close();
  await expect(next.getByText("Ben is writing…")).toHaveCount(0);
});

test("where people may write under a pseudonym no student is shown, and nobody is named who writes", async ({
  classroom,
}) => {
  await allowAnonymity(classroom.assignment.id);
  const teacher = await classroom.enrol("Dr. Okafor", "INSTRUCTOR");
  await annotate(teacher.id, classroom.assignment, "quick brown", { says: "Why brown?" });
  const [ada, ben] = [await classroom.join("Ada"), await classroom.join("Ben")];
  const grace = await classroom.open(teacher);
  for (const page of [ada, ben]) {
    await expect(here(page, "1 of the staff here: Dr. Okafor")).toBeVisible();
  }
  await untilLive(grace);
  await beginReply(ben, "quick brown");
  for (const page of [ada, grace]) {
    const thread = page.getByRole("article", { name: "Thread on “quick brown”" });
    await expect(thread.getByText("Someone is writing…")).toBeVisible();
  }
});

test("who does not want to be seen is not, neither there nor writing", async ({
  classroom,
  signIn,
}) => {
  const member = await classroom.enrol("Ben");
  const settings = await signIn(member);
  await settings.goto("/settings");
  const choice = settings.getByRole("checkbox", { name: "Let others see that I am here" });
  await expect(choice).toBeChecked();
  const isKept = settings.waitForResponse((response) => response.url().endsWith("/preferences"));
  await choice.uncheck();
  await isKept;

  await annotate(member.id, classroom.assignment, "quick brown", { says: "Why brown?" });
  const ada = await classroom.join("Ada");
  const ben = await classroom.open(member);
  await classroom.join("Cleo");
  await expect(here(ada, "2 people here: Ada, Cleo")).toBeVisible();
  await expect(here(ben, "2 people here: Ada, Cleo")).toBeVisible();
  const sent: string[] = [];
  ben.on("request", (request) => sent.push(request.url()));
  await beginReply(ben, "quick brown");
  await ben.keyboard.type("so.");
  await ben.keyboard.press("ControlOrMeta+Enter");
  await expect(ada.getByRole("button", { name: "1 reply" })).toBeVisible();
  expect(sent.filter((url) => url.endsWith("/writing"))).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`on a phone there is room for who is here, in the ${colorScheme} theme`, async ({
    classroom,
  }) => {
    const viewport = { width: 390, height: 844 };
    const phone = { viewport, hasTouch: true, isMobile: true, colorScheme };
    const page = await classroom.open(await classroom.enrol("Ada"), phone);
    await classroom.join("Bartholomew Featherstonehaugh-Cholmondeley");
    const button = page.getByRole("button", { name: /2 people here/ });
    await button.tap();
    await expect(page.getByRole("dialog", { name: "Here at this moment" })).toBeVisible();
    await expectNoViolations(page, "with the people who are here");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(viewport.width);
  });
}
