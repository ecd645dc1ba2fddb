import type { Page } from "@playwright/test";

import { createGroup } from "@/lib/courses/groups";
import { db } from "@/lib/db";
import { expectNoViolations } from "./support/no-violations";
import { expect, test } from "./support/test";

const group = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const placeOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`nothing at ${selector}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

test("people are dragged from group to group, moved together, and moved back", async ({
  classroom,
  signIn,
}) => {
  const { course } = classroom;
  const teacher = await classroom.enrol("Dr. Okafor", "INSTRUCTOR");
  const [ada, ben] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
  await classroom.enrol("Cyd");
  for (const name of ["Monday", "Tuesday"]) await createGroup(teacher.id, course.id, { name });
  const page = await signIn(teacher);
  await page.goto(`/courses/${course.id}/groups`);
  await expect(group(page, "In no group")).toContainText("Ben");

  const drag = async (userId: string, to: string) => {
    const from = await placeOf(page, `[data-drag="${userId}"]`);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y - 10, { steps: 3 });
    const box = await group(page, to).boundingBox();
    await page.mouse.move(box!.x + 80, box!.y + 20, { steps: 8 });
    await expect(page.getByText(`Over ${to}`)).toBeAttached();
    await page.mouse.up();
  };
  await drag(ada.id, "Monday");
  await expect(group(page, "Monday")).toContainText("Ada");
  await expect(page.getByText("Ada moved: Monday.")).toBeVisible();

  // Those who are chosen go together, by the list as well as by the pointer.
  for (const name of ["Ada", "Ben"]) {
    await page.getByRole("checkbox", { name: `Choose ${name}` }).check();
  }
  const chosen = page.getByRole("region", { name: "Chosen people" });
  await expect(chosen.getByRole("status")).toHaveText("2 people chosen");
  await expectNoViolations(page, "with people chosen");
  await chosen.getByRole("combobox", { name: "Where to" }).selectOption("Tuesday");
  await chosen.getByRole("button", { name: "Move 2 people" }).click();
  await expect(group(page, "Tuesday")).toContainText(/Ada.*Ben/s);
  await expect(chosen).toHaveCount(0);
  const said = page.getByText("2 people moved: Tuesday.");
  await expect(said).toBeVisible();
  await page
    .getByRole("dialog", { name: "2 people moved: Tuesday." })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(group(page, "Monday")).toContainText("Ada");
  await expect(group(page, "In no group")).toContainText("Ben");
  const stays = await db.groupMembership.findMany({
    where: { leftAt: null, userId: { in: [ada.id, ben.id] } },
    select: { group: { select: { name: true } } },
  });
  expect(stays).toEqual([{ group: { name: "Monday" } }]);
});

test("a finger drags too", async ({ classroom, signIn }) => {
  const { course } = classroom;
  const teacher = await classroom.enrol("Dr. Okafor", "INSTRUCTOR");
  const ada = await classroom.enrol("Ada");
  await createGroup(teacher.id, course.id, { name: "Monday" });
  const page = await signIn(teacher, { hasTouch: true, viewport: { width: 390, height: 844 } });
  await page.goto(`/courses/${course.id}/groups`);
  await expect(group(page, "In no group")).toContainText("Ada");
  const touch = await page.context().newCDPSession(page);
  const at = (type: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0) =>
    touch.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x, y }],
    });
  const from = await placeOf(page, `[data-drag="${ada.id}"]`);
  await at("touchStart", from.x, from.y);
  // It rests a moment: then it does not scroll.
  await expect(page.getByRole("region", { name: "Monday" }).locator("..")).toHaveClass(
    /outline-dashed/,
  );
  const box = await group(page, "Monday").boundingBox();
  for (const part of [0.3, 0.6, 1]) {
    await at("touchMove", from.x, from.y + (box!.y + 20 - from.y) * part);
  }
  await expect(page.getByText("Over Monday")).toBeAttached();
  await at("touchEnd");
  await expect(group(page, "Monday")).toContainText("Ada");
});
