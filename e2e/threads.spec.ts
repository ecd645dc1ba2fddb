import type { Page } from "@playwright/test";

import { annotate, reply } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, test, untilLive } from "./support/test";

function threadOn(page: Page, quote: string) {
  return page.getByRole("article", { name: `Thread on “${quote}”` });
}

/** Chooses from the menu of a thread, or of the comment by somebody in it. */
async function choose(page: Page, quote: string, of: string | null, what: string | RegExp) {
  const name = of === null ? "Actions for this thread" : `Actions for the comment by ${of}`;
  await threadOn(page, quote).getByRole("button", { name }).click();
  await page.getByRole("menuitem", { name: what }).click();
}

test("a question is asked by more, answered by a comment and opened again, live", async ({
  classroom,
}) => {
  const [asker, helper] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  const { id } = await annotate(asker.id, classroom.assignment, "lazy dog", {
    says: "Why lazy?",
    kind: "QUESTION",
  });
  await reply(helper.id, id, "It slept.");
  const [ada, ben] = [await classroom.open(asker), await classroom.open(helper)];
  const [asked, helped] = [threadOn(ada, "lazy dog"), threadOn(ben, "lazy dog")];
  await Promise.all([untilLive(ada), untilLive(ben)]);
  await asked.click();
  await helped.click();

  const meToo = helped.getByRole("button", { name: "Me too 0" });
  await expect(meToo).toHaveAttribute("aria-pressed", "false");
  await meToo.click();
  await expect(helped.getByRole("button", { name: "Me too 1", pressed: true })).toBeVisible();
  await expect(
    ben.getByRole("status").filter({ hasText: "1 person asks this too" }),
  ).toBeAttached();
  await expect(asked.getByRole("button", { name: "Me too 1" })).toBeVisible();
  await asked.getByRole("button", { name: "Upvote 0", exact: true }).click();
  await expect(helped.getByRole("button", { name: "Upvote 1" })).toBeVisible();
  await helped.getByRole("button", { name: "Me too 1" }).click();
  await expect(asked.getByRole("button", { name: "Me too 0" })).toBeVisible();

  await expect(helped.getByRole("button", { name: "This answers it" })).toHaveCount(0);
  await asked.getByRole("button", { name: "This answers it" }).click();
  await expect(helped.getByText("The answer", { exact: true })).toBeVisible();
  await helped.getByRole("button", { name: "Go to the answer" }).click();
  await expect(helped.locator("[data-comment-id]").nth(1)).toBeFocused();
  await asked.getByRole("button", { name: "Reopen" }).click();
  await expect(helped.getByText("The answer", { exact: true })).toHaveCount(0);
});

test("a thread is saved and followed by oneself alone, and still after a reload", async ({
  classroom,
}) => {
  const [asker, reader] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  await annotate(asker.id, classroom.assignment, "lazy dog", { says: "Lazy?" });
  const ben = await classroom.open(reader);
  const thread = threadOn(ben, "lazy dog");
  await thread.click();
  const kept = ben.waitForResponse((response) => response.url().endsWith("/saved"));
  await thread.getByRole("button", { name: "Save this thread" }).click();
  await kept;
  const followed = ben.waitForResponse((response) => response.url().endsWith("/follow"));
  await choose(ben, "lazy dog", null, "Follow this thread");
  await followed;
  await ben.reload();
  await expect(thread).toContainText("Saved by you");
  await thread.click();
  await expect(thread.getByRole("button", { name: "Save this thread" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await thread.getByRole("button", { name: "Actions for this thread" }).click();
  await expect(ben.getByRole("menuitem", { name: "Unfollow this thread" })).toBeVisible();
  const ada = await classroom.open(asker);
  await expect(threadOn(ada, "lazy dog")).not.toContainText("Saved by you");
});

test("whom one mutes is folded away, for oneself", async ({ classroom }) => {
  const [asker, reader] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  await annotate(asker.id, classroom.assignment, "lazy dog", { says: "Lazy?" });
  const ben = await classroom.open(reader);
  const thread = threadOn(ben, "lazy dog");
  await thread.click();
  await choose(ben, "lazy dog", "Ada", "Mute Ada");
  await expect(thread).toContainText("From Ada, whom you muted.");
  await expect(thread).not.toContainText("Lazy?");
  await thread.getByRole("button", { name: "Show" }).click();
  await choose(ben, "lazy dog", "Ada", "Unmute Ada");
  await expect(thread).toContainText("Lazy?");
});

test("staff pin, lock, pick and hide, which others see as it happens", async ({ classroom }) => {
  const [asker, other] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  const { id } = await annotate(asker.id, classroom.assignment, "lazy dog", { says: "Lazy?" });
  await reply(other.id, id, "You are.");
  const teacher = await classroom.join("Teacher", "INSTRUCTOR");
  const [ada, ben] = [await classroom.open(asker), await classroom.open(other)];
  const threads = [teacher, ada, ben].map((page) => threadOn(page, "lazy dog"));
  const [taught, asked, said] = threads as [
    (typeof threads)[0],
    (typeof threads)[0],
    (typeof threads)[0],
  ];
  await Promise.all([teacher, ada, ben].map((page) => untilLive(page)));
  for (const thread of threads) await thread.click();

  await choose(teacher, "lazy dog", null, "Pin");
  // What is pointed at stays.
  await teacher.getByRole("button", { name: "Undo" }).hover();
  await expect(asked.getByText("Pinned")).toBeVisible();
  await teacher.getByRole("button", { name: "Undo" }).click();
  await expect(asked.getByText("Pinned")).toHaveCount(0);

  await choose(teacher, "lazy dog", "Ada", "Make it the instructor’s pick");
  await expect(said.getByText("Instructor’s pick")).toBeVisible();

  await choose(teacher, "lazy dog", "Ben", "Hide …");
  const window = teacher.getByRole("dialog", { name: "Hide this comment" });
  await window.getByRole("button", { name: "Hide" }).click();
  await expect(window.getByRole("alert")).toHaveText("Say why.");
  await window.getByRole("textbox", { name: "Reason" }).fill("Be kind.");
  await window.getByRole("button", { name: "Hide" }).click();
  await expect(window).toBeHidden();
  await expect(asked).toContainText("This comment was hidden by the staff.");
  await expect(asked).not.toContainText("You are.");
  await expect(said).toContainText("Hidden from classmates: Be kind.");
  await expect(said).toContainText("You are.");
  await choose(teacher, "lazy dog", "Ben", "Show again");
  await expect(asked).toContainText("You are.");

  await choose(teacher, "lazy dog", null, "Lock");
  await expect(asked.getByText("Locked")).toBeVisible();
  await expect(asked.getByRole("button", { name: "Reply" })).toHaveCount(0);
  await expect(taught.getByRole("button", { name: "Reply", exact: true })).toBeVisible();

  await choose(teacher, "lazy dog", null, "Needs an instructor");
  await expect(taught.locator("span", { hasText: "Needs an instructor" }).first()).toBeVisible();
  await asked.getByRole("button", { name: "Actions for this thread" }).click();
  await expect(ada.getByRole("menuitem", { name: "Follow this thread" })).toBeVisible();
  await expect(ada.getByRole("menuitem", { name: /Pin|Lock|Merge|Needs/ })).toHaveCount(0);
});

test("staff merge two threads and take it back; an old link leads to the words", async ({
  classroom,
  signIn,
}) => {
  const [asker, other] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  const { assignment } = classroom;
  await annotate(asker.id, assignment, "brown fox", { says: "Why brown?" });
  const { id } = await annotate(other.id, assignment, "lazy dog", { says: "Brown, why?" });
  const teacher = await classroom.join("Teacher", "INSTRUCTOR");
  const ada = await classroom.open(asker);
  await Promise.all([untilLive(teacher), untilLive(ada)]);

  await threadOn(teacher, "lazy dog").click();
  await choose(teacher, "lazy dog", null, "Merge into …");
  const window = teacher.getByRole("dialog", { name: "Merge into another thread" });
  await window.getByRole("searchbox").fill("nothing has this");
  await expect(window).toContainText("No thread for the same people");
  await window.getByRole("searchbox").fill("brown");
  await window.getByRole("button", { name: /brown fox/ }).click();
  // What is pointed at stays.
  await teacher.getByRole("button", { name: "Undo" }).hover();
  for (const page of [teacher, ada]) {
    await expect(threadOn(page, "lazy dog")).toHaveCount(0);
    if (page === ada) await threadOn(page, "brown fox").click();
    await expect(threadOn(page, "brown fox")).toContainText("Brown, why?");
  }
  const ben = await signIn(other);
  await ben.goto(`/read/${assignment.id}#a-${id}`);
  await expect(threadOn(ben, "brown fox")).toBeFocused();

  await teacher.getByRole("button", { name: "Undo" }).click();
  for (const page of [teacher, ada]) {
    await expect(threadOn(page, "lazy dog")).toContainText("Brown, why?");
    await expect(threadOn(page, "brown fox")).not.toContainText("Brown, why?");
  }
});

test("what staff reply privately one person sees, and nobody else", async ({ classroom }) => {
  const [asker, other] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  await annotate(asker.id, classroom.assignment, "lazy dog", { says: "I do not get it." });
  const teacher = await classroom.join("Teacher", "INSTRUCTOR");
  const [ada, ben] = [await classroom.open(asker), await classroom.open(other)];
  await Promise.all([teacher, ada, ben].map((page) => untilLive(page)));

  await threadOn(teacher, "lazy dog").click();
  await choose(teacher, "lazy dog", "Ada", "Reply privately");
  await expect(threadOn(teacher, "lazy dog")).toContainText(
    "Only Ada and the staff will see what you write here.",
  );
  await teacher.getByRole("textbox", { name: "Reply privately" }).fill("Come and see me.");
  await teacher.keyboard.press("ControlOrMeta+Enter");
  await threadOn(ada, "lazy dog").click();
  await expect(threadOn(ada, "lazy dog")).toContainText("Come and see me.");
  await expect(threadOn(ada, "lazy dog")).toContainText("Only you and the staff see this.");
  await reply(
    asker.id,
    (await threadOn(ada, "lazy dog").getAttribute("data-annotation-id")) ?? "",
    "Public.",
  );
  await threadOn(ben, "lazy dog").click();
  await expect(threadOn(ben, "lazy dog")).toContainText("Public.");
  await expect(threadOn(ben, "lazy dog")).not.toContainText("Come and see me.");
});

test("a highlight becomes a question and a highlight again; what was edited tells its history", async ({
  classroom,
}) => {
  const member = await classroom.enrol("Ada");
  await annotate(member.id, classroom.assignment, "lazy dog");
  const ada = await classroom.open(member);
  const thread = threadOn(ada, "lazy dog");
  await thread.click();
  await choose(ada, "lazy dog", null, "Ask a question");
  await ada.getByRole("textbox", { name: "New comment" }).fill("Lasy?");
  await ada.getByRole("button", { name: "Post" }).click();
  await expect(thread).toContainText("Lasy?");
  await expect(ada.locator("mark[data-kind='QUESTION']")).toBeVisible();

  await choose(ada, "lazy dog", "Ada", "Edit");
  await ada.getByRole("textbox", { name: "Edit comment" }).fill("Lazy?");
  await ada.getByRole("button", { name: "Save", exact: true }).click();
  await thread.getByRole("button", { name: "edited" }).click();
  const window = ada.getByRole("dialog", { name: "Earlier versions" });
  await expect(window.getByRole("listitem")).toHaveText([/Now.*Lazy\?/, /Until.*Lasy\?/]);
  await ada.keyboard.press("Escape");
  await expect(window).toBeHidden();

  await choose(ada, "lazy dog", null, "Keep only the highlight");
  await ada
    .getByRole("alertdialog")
    .getByRole("button", { name: "Keep only the highlight" })
    .click();
  await expect(ada.locator("mark[data-kind='HIGHLIGHT']")).toBeVisible();
  await expect(thread).not.toContainText("Lazy?");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`what one does with threads breaks no rule of accessibility, ${colorScheme}`, async ({
    classroom,
    signIn,
  }) => {
    const [asker, other] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
    const { id } = await annotate(asker.id, classroom.assignment, "lazy dog", {
      says: "Why lazy?",
      kind: "QUESTION",
    });
    await reply(other.id, id, "It slept.");
    await annotate(other.id, classroom.assignment, "brown fox", { says: "Brown." });
    const teacher = await signIn(await classroom.enrol("Teacher", "INSTRUCTOR"), { colorScheme });
    await teacher.goto(`/read/${classroom.assignment.id}`);
    await untilLive(teacher);
    const thread = threadOn(teacher, "lazy dog");
    await thread.click();
    await choose(teacher, "lazy dog", null, "Pin");
    await expect(thread.getByText("Pinned")).toBeVisible();
    await choose(teacher, "lazy dog", "Ben", "Make it the instructor’s pick");
    await expect(thread.getByText("Instructor’s pick")).toBeVisible();
    await thread.getByRole("button", { name: "This answers it" }).click();
    await expect(thread.getByText("The answer", { exact: true })).toBeVisible();
    await expectNoViolations(teacher, "a thread with its marks");
    await thread.getByRole("button", { name: "Actions for this thread" }).click();
    await expect(teacher.getByRole("menuitem", { name: "Merge into …" })).toBeVisible();
    await expectNoViolations(teacher, "the menu", "colours");
    await teacher.getByRole("menuitem", { name: "Merge into …" }).click();
    await expect(teacher.getByRole("dialog", { name: /Merge/ })).toBeVisible();
    await expectNoViolations(teacher, "merging");
    await teacher.keyboard.press("Escape");
    await choose(teacher, "lazy dog", "Ben", "Hide …");
    await expect(teacher.getByRole("dialog", { name: /Hide/ })).toBeVisible();
    await expectNoViolations(teacher, "hiding");
  });
}
