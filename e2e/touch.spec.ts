import { annotate } from "../tests/support/factories";
import { expect, test } from "./support/test";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("on a phone a tapped mark opens its thread in the sheet, and the sheet closes again", async ({
  classroom,
  signIn,
}) => {
  const ben = await classroom.enrol("Ben");
  await annotate(ben.id, classroom.assignment, "brown fox", { says: "Why brown?" });
  const ada = await signIn(await classroom.enrol("Ada"), PHONE);
  await ada.goto(`/read/${classroom.assignment.id}`);
  const discussion = ada.getByRole("complementary", { name: "Discussion" });
  await expect(discussion).not.toBeInViewport();

  await ada.locator("mark[data-annotations]").tap();
  const thread = discussion.getByRole("article", { name: "Thread on “brown fox”" });
  await expect(thread).toBeInViewport();
  await expect(ada.locator("mark[data-annotations]")).toBeInViewport();
  await discussion.getByRole("button", { name: "Close the discussion" }).tap();
  await expect(discussion).not.toBeInViewport();

  await ada.getByRole("button", { name: /^Discussion/ }).tap();
  await expect(thread).toBeInViewport();
});

test("on a phone a passage that is selected by its handles is annotated by a tap", async ({
  classroom,
  signIn,
}) => {
  const ada = await signIn(await classroom.enrol("Ada"), PHONE);
  await ada.goto(`/read/${classroom.assignment.id}`);
  const text = ada.locator(".reading-text.ProseMirror");
  // The handles belong to the system; what the page hears of them is a changed selection.
  await text.evaluate((element) => {
    const words = element.querySelector("p")?.firstChild;
    if (words) document.getSelection()?.setBaseAndExtent(words, 4, words, 15);
  });
  const toolbar = ada.getByRole("toolbar", { name: "Annotate" });
  await toolbar.getByRole("button", { name: "Question" }).tap();
  await ada.getByRole("textbox", { name: "New comment" }).fill("How quick?");
  await ada.getByRole("button", { name: "Post" }).tap();
  await expect(ada.locator("mark[data-kind='QUESTION']")).toHaveText("quick brown");
});

test("on a phone a tapped mark low in the window is kept in view above the sheet", async ({
  classroom,
  signIn,
}) => {
  const ben = await classroom.enrol("Ben");
  const { id } = await classroom.withText(
    Array.from({ length: 30 }, (_, at) => `Paragraph number ${at}.`).join("\n\n"),
  );
  for (const words of ["Paragraph number 9.", "Paragraph number 29."]) {
    await annotate(ben.id, classroom.assignment, words, { says: `On ${words}` });
  }
  const ada = await signIn(await classroom.enrol("Ada"), PHONE);
  await ada.goto(`/read/${id}`);
  const discussion = ada.getByRole("complementary", { name: "Discussion" });
  await expect(ada.locator(".reading-text.ProseMirror")).toBeVisible();
  for (const nth of [9, 29]) {
    const words = `Paragraph number ${nth}.`;
    const mark = ada.locator("mark[data-annotations]").filter({ hasText: words });
    await ada.locator(".reading-text p").nth(nth).scrollIntoViewIfNeeded();
    await mark.tap();
    await expect(
      discussion.getByRole("article", { name: `Thread on “${words}”` }),
    ).toBeInViewport();
    await expect
      .poll(async () => {
        const [text, sheet] = [await mark.boundingBox(), await discussion.boundingBox()];
        return text && sheet ? text.y > 0 && text.y + text.height < sheet.y : null;
      })
      .toBe(true);
    const sheet = await discussion.boundingBox();
    expect(sheet!.height).toBeLessThanOrEqual(PHONE.viewport.height * 0.56);
    await discussion.getByRole("button", { name: "Close the discussion" }).tap();
    await expect(discussion).not.toBeInViewport();
  }
});

test("on a phone the toolbar stays clear of handles and of the window's end", async ({
  classroom,
  signIn,
}) => {
  await classroom.withText(
    Array.from({ length: 30 }, (_, at) => `Paragraph number ${at}.`).join("\n\n"),
  );
  const ada = await signIn(await classroom.enrol("Ada"), PHONE);
  await ada.goto(`/read/${classroom.assignment.id}`);
  await expect(ada.locator(".reading-text.ProseMirror")).toBeVisible();
  const pick = (nth: number, end: number) =>
    ada
      .locator(".reading-text p")
      .nth(nth)
      .evaluate((paragraph, to) => {
        const words = paragraph.firstChild;
        if (!words) return 0;
        document.getSelection()?.setBaseAndExtent(words, 0, words, to);
        return document.getSelection()?.getRangeAt(0).getBoundingClientRect().bottom ?? 0;
      }, end);
  const toolbar = ada.getByRole("toolbar", { name: "Annotate" });
  const top = async () => (await toolbar.boundingBox())?.y ?? 0;

  const bottom = await pick(2, 9);
  await expect.poll(top).toBeGreaterThanOrEqual(bottom + 30);
  const lowest = await ada
    .locator(".reading-text p")
    .evaluateAll((all) =>
      all.findLastIndex((each) => each.getBoundingClientRect().bottom < window.innerHeight - 20),
    );
  const end = await pick(lowest, 16);
  await expect.poll(top).toBeLessThan(end - 80);
});

test("on a phone the sheet is dragged down by its head to close it, and gives the focus back", async ({
  classroom,
  signIn,
}) => {
  const ben = await classroom.enrol("Ben");
  await annotate(ben.id, classroom.assignment, "brown fox", { says: "Why brown?" });
  const ada = await signIn(await classroom.enrol("Ada"), PHONE);
  await ada.goto(`/read/${classroom.assignment.id}`);
  await ada.locator("mark[data-annotations]").tap();
  const discussion = ada.getByRole("complementary", { name: "Discussion" });
  const heading = discussion.getByRole("heading", { name: "Discussion" });
  await expect(discussion.getByRole("article")).toBeFocused();
  const drag = async (by: number) => {
    const box = (await heading.boundingBox())!;
    const [x, y] = [box.x + 60, box.y + box.height / 2];
    const finger = await ada.context().newCDPSession(ada);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: number) =>
      finger.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: at === undefined ? [] : [{ x, y: at }],
      });
    await touch("touchStart", y);
    await touch("touchMove", y + by / 2);
    await touch("touchMove", y + by);
    await touch("touchEnd");
  };
  await drag(20);
  await expect(discussion.getByRole("article")).toBeInViewport();
  await drag(160);
  await expect(discussion).not.toBeInViewport();
  await expect(ada.getByRole("link", { name: "Comment, 1 comment:" })).toBeFocused();
});
