import { v7 as newId } from "uuid";

import { db } from "@/lib/db";
import type { Assignment } from "../tests/support/factories";
import { expect, test } from "./support/test";

const PARAGRAPHS = 600;
const MARKS = 3_000;

/** Every paragraph says which one it is. */
const BOOK = Array.from(
  { length: PARAGRAPHS },
  (_, at) =>
    `Paragraph ${at} begins. ${"Whoever reads on will find more of the same here. ".repeat(at % 7)}It ends.`,
).join("\n\n");

/** As many highlights as a year of classes leaves: five on each paragraph, in the order of the text. */
async function annotateAll(assignment: Assignment, authorId: string): Promise<string[]> {
  const { id: assignmentId, revisionId, text } = assignment;
  const starts = [...text.matchAll(/^Paragraph/gm)].map(({ index }) => index);
  const marks = Array.from({ length: MARKS }, (_, at) => {
    const start = starts[Math.floor(at / 5)]! + (at % 5);
    return { id: newId(), start, end: start + 9 };
  });
  await db.annotation.createMany({
    data: marks.map(({ id, start, end }) => ({
      ...{ id, start, end, assignmentId, revisionId, authorId },
      ...{ kind: "HIGHLIGHT" as const, audience: "COURSE" as const, prefix: "", suffix: "" },
      quote: text.slice(start, end),
    })),
  });
  await db.anchor.createMany({
    data: marks.map(({ id, start, end }) => ({ annotationId: id, revisionId, start, end })),
  });
  return marks.map(({ id }) => id);
}

test("of a long reading with thousands of marks those near the view are painted, and all of its text is there", async ({
  classroom,
}) => {
  const assignment = await classroom.withText(BOOK);
  const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  const ids = await annotateAll(assignment, ben.id);
  const page = await classroom.open(ada);
  const article = page.getByRole("article", { name: "The Fox and the Dog" });
  const paragraph = (at: number) => article.locator(".reading-text > p").nth(at);

  await expect(paragraph(0).locator("mark")).not.toHaveCount(0);
  await expect(paragraph(PARAGRAPHS - 1)).toContainText(`Paragraph ${PARAGRAPHS - 1} begins.`);
  await expect(paragraph(PARAGRAPHS - 1).locator("mark")).toHaveCount(0);
  // Far fewer than the six hundred paragraphs, however tall the window.
  const marked = article.locator(".reading-text > p:has(mark)");
  expect(await marked.count()).toBeLessThan(100);

  await test.step("the address of a thread far below leads to its passage", async () => {
    const at = 480;
    await page.goto(`/read/${assignment.id}#a-${ids[at * 5]}`);
    await expect(paragraph(at)).toBeInViewport();
    await expect(paragraph(at).locator("mark").first()).toBeInViewport();
    const thread = page.locator(`[data-annotation-id="${ids[at * 5]}"]`);
    await expect(thread).toHaveAttribute("data-focused");
    await expect(thread).toBeInViewport();
    await expect(paragraph(0).locator("mark")).toHaveCount(0);
  });

  await test.step("the browser finds words that are far from the view", async () => {
    const found = await page.evaluate(() => {
      getSelection()?.removeAllRanges();
      // What the browser's own search window does; no other door to it is open to a page.
      return Reflect.get(window, "find").call(window, "Paragraph 73 begins");
    });
    expect(found).toBe(true);
    await expect(paragraph(73)).toBeInViewport();
    await expect(paragraph(73).locator("mark")).not.toHaveCount(0);
  });

  await test.step("paper holds the whole text", async () => {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    const paper = page.locator(".print-page");
    for (const at of [0, 300, PARAGRAPHS - 1]) {
      const printed = paper.locator("p").nth(at);
      await expect(printed).toContainText("It ends.");
      await expect(printed).toHaveCSS("content-visibility", "visible");
    }
  });
});
