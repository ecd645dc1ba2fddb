import type { Locator } from "@playwright/test";
import { removePerson } from "@/lib/courses/mutations";
import { annotate, reply } from "../tests/support/factories";

import { expect, selectText, test, untilLive } from "./support/test";

test("a classmate's words appear without a reload, also through another instance", async ({
  classroom,
  secondURL,
}) => {
  const ada = await classroom.join("Ada");
  const ben = await classroom.join("Ben", "STUDENT", secondURL);
  await untilLive(ben);

  await selectText(ada, "brown fox");
  await ada.keyboard.press("q");
  await ada.getByRole("textbox", { name: "New comment" }).fill("Why brown?");
  await ada.keyboard.press("ControlOrMeta+Enter");
  const seen = ben.getByRole("article", { name: "Thread on “brown fox”" });
  await expect(seen).toContainText("Why brown?");

  await seen.click();
  await ben.keyboard.press("r");
  await ben.getByRole("textbox", { name: "Reply" }).fill("Foxes are.");
  await ben.keyboard.press("ControlOrMeta+Enter");
  await expect(ada.getByRole("article", { name: "Thread on “brown fox”" })).toContainText(
    "Foxes are.",
  );
});

test("what arrives above the view is counted and moves nothing", async ({ classroom }) => {
  const assignment = await classroom.withText(
    Array.from({ length: 60 }, (_, at) => `Paragraph ${at} of many that say little.`).join("\n\n"),
  );
  const ben = await classroom.enrol("Ben");
  const ada = await classroom.join("Ada");
  await untilLive(ada);
  const last = ada.getByText("Paragraph 59 of many");
  await last.scrollIntoViewIfNeeded();
  await expectToRest(last);
  const before = await last.boundingBox();

  for (const at of [1, 2, 3])
    await annotate(ben.id, assignment, `Paragraph ${at} of`, { says: "?" });
  const button = ada.getByRole("button", { name: "3 new above" });
  await expect(button).toBeVisible();
  expect(await last.boundingBox()).toEqual(before);
  await button.click();
  await expect(ada.getByRole("article", { name: /Thread on “Paragraph 3 of/ })).toBeFocused();
});

test("an open page loses its stream as soon as its reader is removed", async ({
  classroom,
  complaints,
}) => {
  complaints.expect(/404.*\/(api\/v1\/assignments|read)\//);
  const instructor = await classroom.enrol("Dr. Okafor", "INSTRUCTOR");
  const member = await classroom.enrol("Ada");
  const ada = await classroom.open(member);
  await untilLive(ada);

  await removePerson(instructor.id, { courseId: classroom.course.id, userId: member.id });
  await expect(ada.getByText(/Your access to this reading has ended/)).toBeVisible();
  await annotate(instructor.id, classroom.assignment, "lazy dog", { says: "Not for you." });
  await ada.reload();
  await expect(ada.getByRole("heading", { name: /not/i })).toBeVisible();
  await expect(ada.getByText("Not for you.")).toHaveCount(0);
});

test("a deletion and an answer are live as well", async ({ classroom }) => {
  const ben = await classroom.enrol("Ben");
  const { id } = await annotate(ben.id, classroom.assignment, "lazy dog", { says: "Lazy?" });
  await reply(ben.id, id, "I mean it.");
  const [ada, other] = [await classroom.join("Ada"), await classroom.open(ben)];
  const thread = ada.getByRole("article", { name: "Thread on “lazy dog”" });
  await expect(thread).toContainText("Lazy?");

  await other.getByRole("article", { name: "Thread on “lazy dog”" }).click();
  await other.getByRole("button", { name: "Actions for the comment by Ben" }).first().click();
  await other.getByRole("menuitem", { name: "Delete" }).click();
  await expect(thread).toContainText("This comment was deleted.");
});

/** Waits until it stands where it stood two frames ago: guessed heights have become real ones. */
async function expectToRest(element: Locator): Promise<void> {
  await expect
    .poll(() =>
      element.evaluate(async (each) => {
        const top = () => each.getBoundingClientRect().top;
        const before = top();
        for (const _ of [1, 2, 3]) await new Promise((resolve) => requestAnimationFrame(resolve));
        return top() - before;
      }),
    )
    .toBe(0);
}
