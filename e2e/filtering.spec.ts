import { v7 as newId } from "uuid";
import { markSeen } from "@/lib/annotations/activity";
import { postComment } from "@/lib/annotations/comments";
import { changeAnnotation } from "@/lib/annotations/mutations";
import { saveThread } from "@/lib/annotations/own";
import { voteOn } from "@/lib/annotations/votes";
import { db } from "@/lib/db";
import { annotate, reply } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, selectText, test } from "./support/test";

test("a filter narrows text, margin and steps, stays in the address, and shows others the same", async ({
  classroom,
  signIn,
}) => {
  const { assignment, enrol } = classroom;
  const [ada, ben] = [await enrol("Ada"), await enrol("Ben")];
  const grace = await enrol("Grace", "INSTRUCTOR");
  await annotate(ben.id, assignment, "quick brown", { says: "Why brown?", kind: "QUESTION" });
  const answered = await annotate(ben.id, assignment, "lazy", { says: "Is it?", kind: "QUESTION" });
  await changeAnnotation(ben.id, answered.id, answered.version, { isAnswered: true });
  await annotate(grace.id, assignment, "one eye", { says: "Mind the eye." });

  const page = await classroom.open(ada);
  const marks = page.locator("mark[data-annotations]");
  await expect(marks).toHaveCount(3);
  const discussion = page.getByRole("complementary", { name: "Discussion" });
  await discussion.getByRole("combobox", { name: "Show" }).selectOption("Unanswered");
  await expect(marks).toHaveText(["quick brown"]);
  await expect(discussion.getByRole("article")).toHaveCount(1);
  await expect(discussion.getByText("Showing 1 of 3")).toBeVisible();
  await expect(page.getByRole("status").getByText("1 of 3 notes shown")).toBeAttached();
  await expect(page).toHaveURL(/\/read\/[^?#]+\?show=unanswered$/);

  const thread = discussion.getByRole("article", { name: "Thread on “quick brown”" });
  await page.getByRole("article", { name: "The Fox and the Dog" }).focus();
  await page.keyboard.press("j");
  await expect(thread).toBeFocused();
  await page.keyboard.press("j");
  await expect(thread).toBeFocused();

  const shared = await signIn(ben);
  await shared.goto(page.url());
  await expect(shared.getByText("Showing 1 of 3")).toBeVisible();
  await expect(shared.locator("mark[data-annotations]")).toHaveText(["quick brown"]);

  await page.reload();
  await expect(marks).toHaveText(["quick brown"]);
  await discussion.getByRole("button", { name: "Remove the filter: Unanswered" }).click();
  await expect(marks).toHaveCount(3);
  await expect(page).toHaveURL(/\/read\/[^?#]+$/);
});

test("a person, a kind, an order and a limit are chosen by keys, and taken back at once", async ({
  classroom,
}) => {
  const { assignment, enrol } = classroom;
  const [ada, ben] = [await enrol("Ada"), await enrol("Ben")];
  const first = await annotate(ben.id, assignment, "quick brown", { says: "Why brown?" });
  await annotate(ben.id, assignment, "lazy", { says: "Is it?" });
  await annotate(ada.id, assignment, "one eye", {});
  await reply(ada.id, first.id, "Because.");

  const page = await classroom.open(ada);
  const discussion = page.getByRole("complementary", { name: "Discussion" });
  const threads = discussion.getByRole("article");
  await expect(page.locator("mark[data-annotations]")).toHaveCount(3);
  const more = discussion.getByRole("button", { name: "Filter and sort" });
  await more.focus();
  await page.keyboard.press("Enter");
  const controls = page.getByRole("dialog", { name: "Filter and sort" });
  const person = controls.getByRole("combobox", { name: "Person" });
  await person.focus();
  await page.keyboard.type("be");
  await expect(page.getByRole("option", { name: "Ben" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(threads).toHaveCount(2);
  await controls.getByRole("combobox", { name: "Sort" }).selectOption("Newest activity");
  await expect(discussion.getByRole("list", { name: "newest activity first" })).toBeVisible();
  await expect(threads).toHaveCount(2);
  await expect(threads.first()).toHaveAccessibleName("Thread on “quick brown”");
  await controls.getByRole("combobox", { name: "Limit" }).selectOption("Top 10");
  await expect(page).toHaveURL(new RegExp(`\\?by=${ben.id}&sort=activity&top=10$`));
  await expectNoViolations(page, "with all that can be chosen");

  await controls.getByRole("combobox", { name: "Kind" }).selectOption("Questions");
  await expect(threads).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await expect(discussion.getByRole("button", { name: "Remove the filter: Ben" })).toBeVisible();
  await expect(discussion.getByText("Nothing matches.")).toBeVisible();
  await expectNoViolations(page, "with nothing that matches");
  await discussion.getByRole("button", { name: "Show all" }).click();
  await expect(threads).toHaveCount(3);
  await expect(page).toHaveURL(/\/read\/[^?#]+$/);
});

test("a link to a thread shows it, whatever the filter leaves out, and so does writing", async ({
  classroom,
}) => {
  const { assignment, enrol } = classroom;
  const [ada, ben] = [await enrol("Ada"), await enrol("Ben")];
  const { id } = await annotate(ben.id, assignment, "quick brown", { says: "Why brown?" });
  await annotate(ben.id, assignment, "lazy", { says: "Is it?" });

  const page = await classroom.open(ada);
  await page.goto(`/read/${assignment.id}?show=staff&unknown=1&top=many#a-${id}`);
  const marks = page.locator("mark[data-annotations]");
  await expect(page.getByRole("article", { name: "Thread on “quick brown”" })).toBeFocused();
  await expect(marks).toHaveText(["quick brown"]);
  await expect(page.getByText("Showing 0 of 2")).toBeVisible();

  await selectText(page, "one eye open");
  await page.keyboard.press("h");
  await expect(page.getByRole("status").getByText("Saved")).toBeAttached();
  await expect(marks.getByText("one eye open")).toBeVisible();
  await expect(page.getByText("Showing 0 of 3")).toBeVisible();
});

test("hidden highlights stay hidden until they are turned on again", async ({ classroom }) => {
  const { assignment, enrol } = classroom;
  const [ada, ben] = [await enrol("Ada"), await enrol("Ben")];
  await annotate(ben.id, assignment, "quick brown", { says: "Why brown?" });
  await annotate(ada.id, assignment, "lazy", {});

  const page = await classroom.open(ada);
  const marks = page.locator("mark[data-annotations]");
  const hide = page.getByRole("button", { name: "Hide highlights" });
  await expect(marks).toHaveCount(2);
  const isKept = page.waitForResponse((response) => response.url().endsWith("/preferences"));
  await hide.click();
  await expect(marks).toHaveCount(0);
  await expect(hide).toHaveAttribute("aria-pressed", "true");
  await isKept;
  await page.reload();
  await expect(page.getByRole("article", { name: "Thread on “quick brown”" })).toBeVisible();
  await page.locator("[data-connection='live']").waitFor();
  await expect(page.getByText("Highlights are hidden.").first()).toBeVisible();
  await expect(marks).toHaveCount(0);

  await page.getByRole("article", { name: "The Fox and the Dog" }).focus();
  await page.keyboard.press("j");
  await expect(marks).toHaveText(["quick brown"]);
  await page.getByRole("button", { name: "Show the highlights" }).click();
  await expect(marks).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Show the highlights" })).toHaveCount(0);
});

test("unread is what others wrote since one's last visit, for as long as this one lasts", async ({
  classroom,
  signIn,
}) => {
  const { assignment, enrol } = classroom;
  const [ada, ben] = [await enrol("Ada"), await enrol("Ben")];
  const old = await annotate(ben.id, assignment, "quick brown", { says: "Why brown?" });
  await annotate(ben.id, assignment, "lazy", { says: "It is." });
  await markSeen(ada.id, assignment.id, new Date());
  await reply(ben.id, old.id, "I wonder.");

  const page = await signIn(ada);
  await page.goto(`/read/${assignment.id}?show=unread`);
  const marks = page.locator("mark[data-annotations]");
  await expect(marks).toHaveText(["quick brown"]);
  await marks.click();
  await expect(page.getByRole("article", { name: "Thread on “quick brown”" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(marks).toHaveText(["quick brown"]);
});

test("only what is shown goes to paper", async ({ classroom }) => {
  const { assignment, enrol } = classroom;
  const [ada, ben] = [await enrol("Ada"), await enrol("Ben")];
  await annotate(ben.id, assignment, "quick brown", { says: "Why brown?", kind: "QUESTION" });
  await annotate(ben.id, assignment, "lazy", { says: "It is." });
  const page = await classroom.open(ada);
  await page.goto(`/read/${assignment.id}?kind=question`);
  await expect(page.locator("mark[data-annotations]")).toHaveCount(1);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".print-page")).toContainText(
    "The quick brown1 fox jumps over the lazy",
  );
  await expect(page.getByRole("region", { name: "Notes" }).getByRole("listitem")).toHaveCount(1);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`on a phone the filter is at hand in the sheet, in the ${colorScheme} theme`, async ({
    classroom,
  }) => {
    const { assignment, enrol } = classroom;
    const [ada, ben] = [await enrol("Ada"), await enrol("Ben")];
    await annotate(ben.id, assignment, "quick brown", { says: "Why?", kind: "QUESTION" });
    await annotate(ben.id, assignment, "lazy", { says: "It is." });
    const viewport = { width: 390, height: 844 };
    const phone = { viewport, hasTouch: true, isMobile: true, colorScheme };
    const page = await classroom.open(ada, phone);
    await expect(page.locator("mark[data-annotations]")).toHaveCount(2);
    await page.getByRole("button", { name: /^Discussion/ }).tap();
    const discussion = page.getByRole("complementary", { name: "Discussion" });
    await discussion.getByRole("combobox", { name: "Show" }).selectOption("Questions");
    await expect(discussion.getByText("Showing 1 of 2")).toBeInViewport();
    await discussion.getByRole("button", { name: "Hide highlights" }).tap();
    await expect(page.locator("mark[data-annotations]")).toHaveCount(0);
    await expectNoViolations(page, "with a filter and without highlights");
    await discussion.getByRole("button", { name: "Filter and sort" }).tap();
    await expect(page.getByRole("dialog", { name: "Filter and sort" })).toBeVisible();
    await expectNoViolations(page, "with all that can be chosen");
  });
}

test("tags, groups, what one keeps and votes narrow and sort, live as they change", async ({
  classroom,
  signIn,
}) => {
  const { assignment, course, enrol } = classroom;
  const [ada, ben] = [await enrol("Ada"), await enrol("Ben")];
  const grace = await enrol("Grace", "INSTRUCTOR");
  const memberships = { create: [{ userId: ada.id }, { userId: ben.id }] };
  const monday = { courseId: course.id, name: "Monday", position: 1, memberships };
  const group = await db.group.create({ data: monday });
  const brown = await annotate(ben.id, assignment, "quick brown", { says: "Why brown?" });
  const lazy = await annotate(ben.id, assignment, "lazy", { says: "Is it?", kind: "QUESTION" });
  await annotate(ben.id, assignment, "one eye", { says: "For us.", audience: "GROUP" });
  const tag = { type: "tag", attrs: { name: "irony" } };
  const body = { type: "doc", content: [{ type: "paragraph", content: [tag] }] };
  await postComment(grace.id, lazy.id, { id: newId(), body });

  const page = await classroom.open(ada);
  const marks = page.locator("mark[data-annotations]");
  await expect(marks).toHaveCount(3);
  const discussion = page.getByRole("complementary", { name: "Discussion" });
  const more = discussion.getByRole("button", { name: "Filter and sort" });
  const controls = page.getByRole("dialog", { name: "Filter and sort" });
  await more.click();
  await controls.getByRole("combobox", { name: "Tag" }).fill("iro");
  await page.getByRole("option", { name: "#irony" }).click();
  await expect(marks).toHaveText(["lazy"]);
  await postComment(grace.id, brown.id, { id: newId(), body });
  await expect(marks).toHaveText(["quick brown", "lazy"]);
  await expect(page).toHaveURL(/\?tag=irony$/);
  const shared = await signIn(ben);
  await shared.goto(page.url());
  await expect(shared.locator("mark[data-annotations]")).toHaveText(["quick brown", "lazy"]);
  await expectNoViolations(page, "with tags and groups to choose from");

  await page.keyboard.press("Escape");
  await discussion.getByRole("button", { name: "Remove the filter: #irony" }).click();
  await more.click();
  await controls.getByRole("combobox", { name: "Group" }).selectOption("Monday");
  await expect(marks).toHaveText(["one eye"]);
  await expect(page).toHaveURL(new RegExp(`\\?group=${group.id}$`));
  await controls.getByRole("combobox", { name: "Group" }).selectOption("Any group");
  await controls.getByRole("combobox", { name: "Sort" }).selectOption("Most upvotes");
  await page.keyboard.press("Escape");
  const threads = discussion
    .getByRole("list", { name: "the most upvotes first" })
    .getByRole("article");
  await expect(threads.first()).toHaveAccessibleName("Thread on “quick brown”");
  await voteOn(grace.id, lazy.comments[0]?.id ?? "", true);
  await expect(threads.first()).toHaveAccessibleName("Thread on “lazy”");
  await threads.nth(1).click();
  await threads.nth(1).getByRole("button", { name: "Upvote" }).first().click();
  await expect(threads.first()).toHaveAccessibleName("Thread on “quick brown”");

  await saveThread(ada.id, brown.id, true);
  await page.goto(`/read/${assignment.id}?show=saved`);
  await expect(marks).toHaveText(["quick brown"]);
  await expectNoViolations(page, "with what one keeps");
});
