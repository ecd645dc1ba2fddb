import { annotate, createReading, createUser, reply } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, selectText, test } from "./support/test";

const LONG = "María Fernanda Goicoechea Etxeberría de la Torre y Vélez-Malagón";

for (const colorScheme of ["light", "dark"] as const) {
  const what = colorScheme === "light" ? "everything" : "colours";
  test.describe(`in the ${colorScheme} theme`, () => {
    test("pages for everybody have no violations", async ({ browser, baseURL, complaints }) => {
      complaints.expect(/404.*\/nowhere/);
      const context = await browser.newContext({ baseURL, colorScheme });
      const page = await context.newPage();
      for (const path of ["/", "/sign-in", "/sign-up", "/join/NOSUCHCODE", "/nowhere"]) {
        await page.goto(path);
        await expectNoViolations(page, path, what);
      }
      await context.close();
    });

    test("pages of a course have no violations", async ({ classroom, signIn }) => {
      const { course } = classroom;
      const instructor = await classroom.enrol(LONG, "INSTRUCTOR");
      await classroom.enrol("Ada");
      const page = await signIn(instructor, { colorScheme });
      for (const path of [
        "/home",
        "/join",
        `/join/${course.joinCode}`,
        "/courses/new",
        `/courses/${course.id}`,
        `/courses/${course.id}/people`,
        `/courses/${course.id}/assign`,
      ]) {
        await page.goto(path);
        await expectNoViolations(page, path, what);
      }
    });

    test("pages of a library have no violations", async ({ classroom, signIn }) => {
      const instructor = await classroom.enrol(LONG, "INSTRUCTOR");
      const reading = await createReading({ ownerId: instructor.id, markdown: TEXT });
      const page = await signIn(instructor, { colorScheme });
      for (const path of ["/library", "/library/new", `/library/${reading.id}`, "/settings"]) {
        await page.goto(path);
        await expectNoViolations(page, path, what);
      }
      const newcomer = await signIn(await createUser(), { colorScheme });
      for (const path of ["/home", "/library"]) {
        await newcomer.goto(path);
        await expectNoViolations(newcomer, `${path}, empty`, what);
      }
    });

    for (const width of [1440, 900, 390]) {
      test(`the reading page has no violations, ${width} pixels wide`, async ({
        classroom,
        signIn,
      }) => {
        const [ben, member] = [await classroom.enrol(LONG), await classroom.enrol("Ada")];
        const { id } = await annotate(ben.id, classroom.assignment, "quick brown fox", {
          says: "Why brown?",
          kind: "QUESTION",
        });
        await reply(member.id, id, "Foxes are.");
        await annotate(member.id, classroom.assignment, "brown", {});
        await annotate(member.id, classroom.assignment, "lazy", { says: "!", audience: "ONLY_ME" });
        const page = await signIn(member, {
          colorScheme,
          viewport: { width, height: 900 },
        });
        await page.goto(`/read/${classroom.assignment.id}`);
        await expect(page.locator("mark[data-annotations]").first()).toBeVisible();
        await expectNoViolations(page, "as it opens", what);

        await page.locator("mark[data-kind='QUESTION']").first().click();
        await page.keyboard.press("r");
        await expect(page.getByRole("textbox", { name: "Reply" })).toBeFocused();
        await expectNoViolations(page, "with a composer", what);
        await page.keyboard.press("Escape");
        await page.keyboard.press("Escape");
        await selectText(page, "one eye open");
        await expect(page.getByRole("toolbar", { name: "Annotate" })).toBeVisible();
        await expectNoViolations(page, "with the toolbar", what);
        await page.keyboard.press("?");
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectNoViolations(page, "with the list of keys", what);
      });
    }
  });
}

const TEXT = `## Part

Words[^1], *stress*, \`code\`, <span lang="fr">un mot</span>.

| a | b |
|---|---|
| 1 | 2 |

> quoted

[^1]: The note.
`;
