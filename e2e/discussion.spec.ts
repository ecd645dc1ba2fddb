import { annotate, reply } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, test } from "./support/test";

for (const colorScheme of ["light", "dark"] as const) {
  test(`text and discussion are one document, without JavaScript too, ${colorScheme}`, async ({
    classroom,
    signIn,
  }) => {
    const ben = await classroom.enrol("Ben");
    const { assignment } = classroom;
    await annotate(ben.id, assignment, null, { says: "A fable." });
    await annotate(ben.id, assignment, "one eye", { says: "Which one?", audience: "ONLY_ME" });
    const { id } = await annotate(ben.id, assignment, "brown fox", {
      says: "Why brown?",
      kind: "QUESTION",
    });
    await reply(ben.id, id, "Foxes are.");

    const reader = await classroom.enrol("Ada");
    const plain = await signIn(reader, { javaScriptEnabled: false, colorScheme });
    await plain.goto(`/read/${assignment.id}`);
    await plain.getByRole("link", { name: "Text and discussion as one document" }).click();
    const main = plain.getByRole("main");
    await expect(main.getByRole("article", { name: /^Thread on/ })).toHaveCount(2);
    const words = (await main.textContent()) ?? "";
    const places = [
      "A fable.",
      "The quick brown fox",
      "Why brown?",
      "Foxes are.",
      "A dog that",
    ].map((each) => words.indexOf(each));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(words).not.toContain("Which one?");

    const ada = await signIn(reader, { colorScheme });
    await ada.goto(`/read/${assignment.id}/discussion`);
    await expectNoViolations(ada, "the discussion");
    await ada
      .getByRole("article", { name: "Thread on “brown fox”" })
      .getByRole("link", { name: "In the text" })
      .click();
    await expect(ada.getByRole("article", { name: "Thread on “brown fox”" })).toBeFocused();
  });
}
