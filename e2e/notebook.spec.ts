import { readFile } from "node:fs/promises";

import { saveDraft } from "@/lib/annotations/drafts";
import { annotate, createUser, reply } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, selectText, test, untilLive } from "./support/test";

test("a student finds a note again, from the notebook to its passage, and takes it all along", async ({
  classroom,
  signIn,
}) => {
  const ada = await classroom.enrol("Ada");
  const { assignment } = classroom;
  await annotate(ada.id, assignment, "brown fox", { says: "Why brown?", kind: "QUESTION" });
  await annotate(ada.id, assignment, "lazy dog", { says: "For the essay", audience: "ONLY_ME" });
  const page = await signIn(ada);
  await page.goto("/home");
  await page.getByRole("link", { name: "Notebook" }).click();
  await expect(page.getByRole("heading", { name: "Notebook", level: 1 })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(2);

  await page.getByRole("link", { name: "Private notes" }).click();
  await expect(page.getByRole("article")).toHaveText([/For the essay/]);
  await page.getByRole("link", { name: "All", exact: true }).click();
  await expect(page.getByRole("article")).toHaveCount(2);

  await page.getByRole("searchbox", { name: "Search the notebook" }).fill("brown");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.locator("mark").first()).toHaveText("brown");

  await page.getByText("Export").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Text (Markdown)" }).click(),
  ]);
  const file = await readFile(await download.path(), "utf8");
  expect(file).toContain("> brown fox");
  expect(file).toContain("Why brown?");
  expect(file).not.toContain("For the essay");

  await page.getByRole("link", { name: /^Show the passage/ }).click();
  const thread = page.getByRole("article", { name: /^Thread on “brown fox/ });
  await expect(thread).toBeInViewport();
  await expect(page).toHaveURL(/#a-[0-9a-f-]{36}$/);
});

test("an instructor steps from person to person and sees nothing that is private", async ({
  classroom,
  signIn,
}) => {
  const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  const teacher = await classroom.enrol("Teacher", "INSTRUCTOR");
  const { assignment, course } = classroom;
  const { id } = await annotate(ada.id, assignment, "brown fox", { says: "Why brown?" });
  await annotate(ada.id, assignment, "lazy dog", { says: "Secret", audience: "ONLY_ME" });
  await reply(ben.id, id, "Foxes are.");
  const page = await signIn(teacher);
  await page.goto(`/courses/${course.id}/people`);
  await page.getByRole("link", { name: "Ada" }).click();
  await expect(page.getByRole("heading", { name: "Notebook of Ada" })).toBeVisible();
  await expect(page.getByRole("article")).toHaveText([/Why brown\?/]);
  await page.getByRole("link", { name: "Next person: Ben" }).click();
  await expect(page.getByRole("heading", { name: "Notebook of Ben" })).toBeVisible();
  await expect(page.getByRole("article")).toHaveText([/Foxes are\./]);
  await page.getByRole("link", { name: "Previous person: Ada" }).click();
  await expect(page.getByRole("heading", { name: "Notebook of Ada" })).toBeVisible();
  await expect(page.getByText("Secret")).toHaveCount(0);
});

test("a classmate finds no notebook of others", async ({ classroom, signIn, complaints }) => {
  complaints.expect(/404/);
  const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  const page = await signIn(ben);
  const response = await page.goto(`/courses/${classroom.course.id}/people/${ada.id}`);
  expect(response?.status()).toBe(404);
  await page.goto(`/courses/${classroom.course.id}/people`);
  await expect(page.getByText("Ada", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Ada" })).toHaveCount(0);
});

test("the page of search finds, filters, and leads to the thread", async ({
  classroom,
  signIn,
}) => {
  const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  const { assignment } = classroom;
  await annotate(ben.id, assignment, "brown fox", { says: "Zebras?", kind: "QUESTION" });
  await annotate(ben.id, assignment, "lazy dog", { says: "A zebra" });
  const page = await signIn(ada);
  await page.goto("/search");
  const field = page.getByRole("searchbox", { name: "Search readings, discussion and people" });
  await field.fill("zebra is:unanswered");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("link", { name: "Zebras?" })).toBeVisible();
  await expect(page.getByRole("link", { name: "A zebra" })).toHaveCount(0);
  await page.getByRole("link", { name: "Remove the filter is:unanswered" }).click();
  await expect(page.getByRole("link", { name: "A zebra" })).toBeVisible();
  await page.getByRole("link", { name: "Zebras?" }).click();
  await expect(page.getByRole("article", { name: /^Thread on “brown fox/ })).toBeInViewport();
});

for (const colorScheme of ["light", "dark"] as const) {
  const what = colorScheme === "light" ? "everything" : "colours";
  test(`notebook, search and palette have no violations in the ${colorScheme} theme`, async ({
    classroom,
    signIn,
  }) => {
    const ada = await classroom.enrol("Ada");
    const teacher = await classroom.enrol("Teacher", "INSTRUCTOR");
    const { assignment, course } = classroom;
    await annotate(ada.id, assignment, "brown fox", { says: "Why brown?", kind: "QUESTION" });
    await annotate(ada.id, assignment, "lazy dog");
    const page = await signIn(teacher, { colorScheme });
    for (const path of [
      "/notebook",
      "/search",
      "/search?q=fox+kind:nothing",
      "/search?q=zebra",
      `/courses/${course.id}/people/${ada.id}?sort=reading`,
    ]) {
      await page.goto(path);
      await expectNoViolations(page, path, what);
    }
    await page.getByRole("button", { name: "Search and go anywhere" }).click();
    await page.getByRole("combobox").fill("fox");
    await expect(page.getByRole("option", { name: /Why brown/ })).toBeVisible();
    await expectNoViolations(page, "the palette", what);
    const newcomer = await signIn(await createUser(), { colorScheme });
    await newcomer.goto("/notebook");
    await expectNoViolations(newcomer, "/notebook, empty", what);
  });
}

test("drafts that are on this device only are listed, and lead to where they were begun", async ({
  classroom,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED|Failed to load resource/);
  const ada = await classroom.enrol("Ada");
  const page = await classroom.open(ada);
  await untilLive(page);
  await page.route("**/api/v1/drafts*", (route) => route.abort());
  await selectText(page, "lazy dog");
  await page.keyboard.press("c");
  await expect(page.getByRole("textbox", { name: "New comment" })).toBeFocused();
  await page.keyboard.type("Only here so far");

  await page.goto("/notebook?show=drafts");
  const here = page.getByRole("region", { name: "On this device only" });
  await expect(here.getByRole("article")).toContainText(["Only here so far"]);
  await expect(here).toContainText("lazy dog");
  await expectNoViolations(page, "drafts of this device");
  await page.goto("/notebook?show=comments");
  await expect(page.getByText("No comments yet.")).toBeVisible();
  await expect(here).toHaveCount(0);

  // Another device wrote at the same place: both are there.
  const { assignment } = classroom;
  await page.goto("/notebook?show=drafts");
  const link = here.getByRole("link");
  const place = decodeURIComponent((await link.getAttribute("href"))?.split("#d-")[1] ?? "");
  const theirs = {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: "From the train" }] }],
  };
  await saveDraft(ada.id, { assignmentId: assignment.id, place }, 0, { body: { body: theirs } });
  await page.reload();
  await expect(page.getByRole("article")).toHaveCount(2);
  await expect(page.getByRole("article").filter({ hasText: "From the train" })).toBeVisible();

  await link.click();
  await expect(page.getByRole("textbox", { name: "New comment" })).toHaveText("Only here so far");
  await expect(page.getByRole("form", { name: "New comment" })).toBeInViewport();
});
