import { makeCrowd } from "../tests/support/crowd";
import { annotate, reply } from "../tests/support/factories";
import { expectOf } from "../tests/support/grading";
import { expectNoViolations } from "./support/no-violations";
import { expect, selectText, test, untilLive } from "./support/test";

test("a score goes from the first post to its release, contest and answer", async ({
  classroom,
  signIn,
}) => {
  const { course, assignment } = classroom;
  const [student, instructor] = [
    await classroom.enrol("Ada"),
    await classroom.enrol("Teacher", "INSTRUCTOR"),
  ];
  const teacher = await signIn(instructor);
  await teacher.goto(`/courses/${course.id}`);
  await teacher.getByRole("link", { name: "Edit", exact: true }).click();
  await teacher.getByRole("button", { name: "Discussing" }).click();
  await expect(teacher.getByRole("spinbutton", { name: "Minimum, Replies" })).toHaveValue("2");
  await teacher.getByRole("spinbutton", { name: "Minimum words" }).fill("2");
  await expect(teacher.getByText("Nobody has posted yet, so no score changes.")).toBeVisible();
  await expectNoViolations(teacher, "settings");
  await teacher.getByRole("button", { name: "Save" }).click();
  await expect(teacher.getByText("Saved.", { exact: true })).toBeVisible();

  const ada = await classroom.open(student);
  await untilLive(ada);
  const mine = ada.getByRole("region", { name: "My progress" });
  await mine.getByText("0 of 10 points so far").click();
  await expect(mine).toContainText("A comment of 40 words on a passage: +2 points");
  await selectText(ada, "lazy dog");
  await ada.getByRole("button", { name: "Comment", exact: true }).click();
  await ada.getByRole("textbox", { name: "New comment" }).fill("Why is it lazy?");
  await ada.getByRole("button", { name: "Post" }).click();
  await expect(mine).toContainText("2 of 10 points so far");
  await mine.getByRole("link", { name: "All of it" }).click();
  await expect(ada.getByRole("heading", { name: "My progress" })).toBeVisible();
  await expect(ada.getByText("Why is it lazy?")).toBeVisible();
  await ada.getByRole("textbox", { name: "What should they look at?" }).fill("All of it?");
  await ada.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(ada.getByText("Waits for an answer")).toBeVisible();
  await expectNoViolations(ada, "progress");

  await teacher.getByRole("link", { name: "Gradebook", exact: true }).click();
  await expectNoViolations(teacher, "gradebook");
  const cell = teacher.getByRole("link", { name: /^Ada, .*: 2, a look is asked for$/ });
  await cell.focus();
  await teacher.keyboard.press("Enter");
  await expect(teacher.getByRole("heading", { name: "Score of Ada" })).toBeVisible();
  await teacher.getByRole("textbox", { name: "Answer" }).fill("Reply to others, too.");
  await teacher.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(teacher.locator("#contests").getByText("Answered by Teacher")).toBeVisible();
  await teacher.getByRole("textbox", { name: "Points" }).fill("7,5");
  await teacher.getByRole("textbox", { name: "Reason" }).fill("A fine question.");
  await teacher.getByRole("button", { name: "Save the override" }).click();
  await expect(teacher.getByText("7.5 of 10")).toBeVisible();
  await expectNoViolations(teacher, "a cell");
  await ada.reload();
  await expect(ada.getByText("Reply to others, too.")).toBeVisible();
  await expect(ada.getByText("7.5")).toHaveCount(0);
  await teacher.getByRole("button", { name: "Release", exact: true }).click();
  await expect(teacher.getByText(/Released as 7.5/)).toBeVisible();
  await ada.reload();
  await expect(ada.getByRole("region", { name: "Your score" })).toContainText("7.5 of 10");

  await teacher.goto(`/courses/${course.id}/edit/${assignment.id}`);
  await teacher.getByRole("spinbutton", { name: "Minimum words" }).fill("50");
  await expect(teacher.getByText("Nobody gains, 1 loses, of 1 student.")).toBeVisible();
  await teacher.getByRole("button", { name: "Save" }).click();
  await expect(teacher.getByText(/This moves scores/).first()).toBeVisible();
  await teacher.getByRole("checkbox", { name: "I have seen whose scores this moves" }).check();
  await teacher.getByRole("button", { name: "Save" }).click();
  await expect(teacher.getByText("Saved.", { exact: true })).toBeVisible();
});

test("six hundred students in forty assignments are one stop for Tab and many for arrows", async ({
  signIn,
}) => {
  const size = { students: 600, assignments: 40, posts: 2 };
  const { course, teacher: instructor } = await makeCrowd(size);
  const teacher = await signIn(instructor);
  await teacher.goto(`/courses/${course.id}/gradebook`);
  const grid = teacher.getByRole("grid", { name: "Scores by student and assignment" });
  await expect(grid).toHaveAttribute("aria-rowcount", "601");
  await expect(grid).toHaveAttribute("aria-colcount", "41");
  expect(await grid.getByRole("row").count()).toBeLessThan(60);
  await grid.getByRole("rowheader", { name: "Student 0001" }).focus();
  await teacher.keyboard.press("ArrowRight");
  await expect(grid.getByRole("link", { name: /^Student 0001, Reading 1: / })).toBeFocused();
  await teacher.keyboard.press("Control+End");
  const last = grid.getByRole("link", { name: /^Student 0600, Reading 40: \d/ });
  await expect(last).toBeFocused();
  await teacher.keyboard.press("Control+Home");
  await expect(grid.getByRole("button", { name: /^Student/ })).toBeFocused();
  await teacher.keyboard.press("ArrowRight");
  await teacher.keyboard.press("Enter");
  await expect(grid.getByRole("columnheader").nth(1)).toHaveAttribute("aria-sort", "descending");
  await expectNoViolations(teacher, "a full gradebook");
});

test("overrides come in from a table, or not at all", async ({ classroom, signIn }) => {
  const { course, assignment } = classroom;
  const student = await classroom.enrol("Ada");
  const instructor = await classroom.enrol("Teacher", "INSTRUCTOR");
  await expectOf(assignment.id, instructor.id);
  const { id } = await annotate(student.id, assignment, "fox", { says: "A quick one." });
  await reply(student.id, id, "Very quick indeed.");
  const teacher = await signIn(instructor);
  await teacher.goto(`/courses/${course.id}/gradebook`);
  await teacher.getByRole("link", { name: "Import overrides" }).click();
  const table = teacher.getByRole("textbox", { name: "Table" });
  const head = "email,assignment,points,reason";
  await table.fill(`${head}\n${student.email},${assignment.title},many,Oral`);
  await teacher.getByRole("button", { name: "Import" }).click();
  await expect(teacher.getByText(/line 2 \(these are no points\)/).first()).toBeVisible();
  await table.fill(`${head}\n${student.email},${assignment.title},9,Oral`);
  await teacher.getByRole("button", { name: "Import" }).click();
  await expect(teacher.getByText("1 score was overridden.")).toBeVisible();
  await teacher.getByRole("link", { name: "Gradebook", exact: true }).click();
  await expect(teacher.getByRole("link", { name: /: 9, complete, overridden$/ })).toBeVisible();
});
