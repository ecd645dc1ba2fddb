import { changeCourseDiscussion } from "@/lib/courses/discussion";
import { annotate } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, test } from "./support/test";

for (const colorScheme of ["light", "dark"] as const) {
  test(`what is reported and held comes before the staff, who decide, ${colorScheme}`, async ({
    classroom,
    signIn,
  }) => {
    const { assignment, course } = classroom;
    const [writer, reader] = [await classroom.enrol("Ada"), await classroom.enrol("Ben")];
    const instructor = await classroom.enrol("Teacher", "INSTRUCTOR");
    await annotate(writer.id, assignment, "lazy dog", { says: "You are lazy." });
    await changeCourseDiscussion(instructor.id, course.id, { holdsFirstPosts: true });
    await annotate(reader.id, assignment, "brown fox", { says: "My first words." });

    const ben = await classroom.open(reader);
    const thread = ben.getByRole("article", { name: "Thread on “lazy dog”" });
    await thread.click();
    await thread.getByRole("button", { name: "Actions for the comment by Ada" }).click();
    await ben.getByRole("menuitem", { name: "Report …" }).click();
    const window = ben.getByRole("dialog", { name: "Report this comment" });
    await window.getByRole("textbox", { name: "Reason" }).fill("It is unkind.");
    await window.getByRole("button", { name: "Report" }).click();
    await expect(ben.getByText("Reported to the staff")).toBeVisible();

    const teacher = await signIn(instructor, { colorScheme });
    await teacher.goto(`/courses/${course.id}`);
    await teacher.getByRole("link", { name: "Moderation", exact: true }).click();
    const reported = teacher.getByRole("region", { name: "Reported" });
    const held = teacher.getByRole("region", { name: "Waiting to be let in" });
    await expect(reported).toContainText("You are lazy.");
    await expect(reported).toContainText("Ben: It is unkind.");
    await expectNoViolations(teacher, "the queue");
    await held.getByRole("button", { name: "Let it in" }).click();
    await expect(held).toHaveCount(0);
    const saidIn = teacher.getByRole("dialog", { name: "Let in." });
    await saidIn.getByRole("button", { name: "Undo" }).click();
    await expect(held).toContainText("My first words.");
    await held.getByRole("button", { name: "Let it in" }).click();
    await expect(held).toHaveCount(0);
    await reported.getByRole("button", { name: "Leave it as it is" }).click();
    await expect(reported).toHaveCount(0);
    await teacher
      .getByRole("dialog", { name: "Left as it is." })
      .getByRole("button", { name: "Undo" })
      .click();
    await reported.getByText("Hide …").click();
    await reported.getByRole("textbox", { name: "Reason" }).fill("Be kind.");
    await reported.getByRole("button", { name: "Hide", exact: true }).click();
    await expect(teacher.getByText("Nothing waits for you.")).toBeVisible();

    const ada = await classroom.open(writer);
    await expect(ada.getByText("Hidden from classmates: Be kind.")).toBeVisible();
    await expect(ada.getByRole("article", { name: "Thread on “brown fox”" })).toContainText(
      "My first words.",
    );
  });
}
