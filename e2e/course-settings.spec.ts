import { annotate } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, test, untilLive } from "./support/test";

test("staff divide a course: they make groups, put people in and take them out", async ({
  classroom,
  signIn,
}) => {
  const assistant = await signIn(await classroom.enrol("Assistant", "ASSISTANT"));
  await classroom.enrol("Ada");
  await assistant.goto(`/courses/${classroom.course.id}`);
  await assistant.getByRole("link", { name: "Groups", exact: true }).click();
  await expect(assistant.getByText("This course is not divided.")).toBeVisible();

  await assistant.getByRole("textbox", { name: "Name" }).fill("Monday");
  await assistant.getByRole("button", { name: "Create the group" }).click();
  const monday = assistant.getByRole("region", { name: "Monday" });
  await expect(monday).toContainText("Nobody is in this group.");
  await assistant.getByRole("combobox", { name: "Group of Ada" }).selectOption("Monday");
  await assistant.getByRole("button", { name: "Move Ada" }).click();
  await expect(monday).toContainText("Ada");
  await expect(assistant.getByRole("button", { name: "Delete Monday" })).toHaveCount(0);
  await expectNoViolations(assistant, "groups");

  await assistant.getByText("Rename Monday").click();
  await monday.getByRole("textbox", { name: "Name" }).fill("Tuesday");
  await monday.getByRole("button", { name: "Rename", exact: true }).click();
  const tuesday = assistant.getByRole("region", { name: "Tuesday" });
  await expect(tuesday).toContainText("1 person");
  await assistant.getByRole("combobox", { name: "Group of Ada" }).selectOption("No group");
  await assistant.getByRole("button", { name: "Move Ada" }).click();
  await expect(assistant.getByRole("region", { name: "In no group" })).toContainText("Ada");
  await assistant.getByRole("button", { name: "Delete Tuesday" }).click();
  await expect(tuesday).toHaveCount(0);
});

test("an instructor sets how a course writes", async ({ classroom, signIn }) => {
  const teacher = await signIn(await classroom.enrol("Teacher", "INSTRUCTOR"));
  await teacher.goto(`/courses/${classroom.course.id}`);
  await teacher.getByRole("link", { name: "Settings", exact: true }).click();
  const tags = teacher.getByRole("textbox", { name: "Tags" });
  await tags.fill("method\nnot a tag!");
  await teacher.getByRole("button", { name: "Save" }).click();
  await expect(teacher.getByText(/“not a tag!” is no tag/).first()).toBeVisible();
  await tags.fill("#method\nevidence");
  await teacher.getByRole("checkbox", { name: "Only these tags" }).check();
  await teacher.getByRole("button", { name: "Save" }).click();
  await expect(teacher.getByText("Saved.")).toBeVisible();
  await teacher.reload();
  await expect(tags).toHaveValue("evidence\nmethod");
  await expect(teacher.getByRole("checkbox", { name: "Only these tags" })).toBeChecked();
  await expect(teacher.getByRole("checkbox", { name: "Hold first posts" })).not.toBeChecked();
  await expectNoViolations(teacher, "settings");
});

test("a paused discussion is closed where it is open, and goes on without a reload", async ({
  classroom,
  signIn,
}) => {
  const asker = await classroom.enrol("Ada");
  await annotate(asker.id, classroom.assignment, "lazy dog", { says: "Lazy?" });
  const ada = await classroom.open(asker);
  await untilLive(ada);
  const thread = ada.getByRole("article", { name: "Thread on “lazy dog”" });
  await thread.click();
  const reply = thread.getByRole("button", { name: "Reply", exact: true });
  await expect(reply).toBeVisible();

  const teacher = await signIn(await classroom.enrol("Teacher", "INSTRUCTOR"));
  await teacher.goto(`/courses/${classroom.course.id}`);
  await teacher.getByRole("link", { name: "Edit" }).click();
  await teacher.getByRole("button", { name: "Pause the discussion" }).click();
  await expect(teacher.getByText("It is paused:")).toBeVisible();
  await expectNoViolations(teacher, "a paused assignment");
  await expect(reply).toHaveCount(0);
  await expect(thread).toContainText("Lazy?");

  await teacher.reload();
  await teacher.getByRole("button", { name: "Let it go on" }).click();
  await expect(reply).toBeVisible();
});
