import { expect, test } from "./support/test";

test("without JavaScript the article reads, with its title, author and source", async ({
  classroom,
  signIn,
}) => {
  const page = await signIn(await classroom.enrol("Ada"), { javaScriptEnabled: false });
  await page.goto(`/read/${classroom.assignment.id}`);
  await expect(page.getByRole("heading", { level: 1, name: "The Fox and the Dog" })).toBeVisible();
  await expect(page.getByText("by Aesop")).toBeVisible();
  const article = page.getByRole("main").getByRole("article", { name: "The Fox and the Dog" });
  await expect(article).toContainText("The quick brown fox jumps over the lazy dog.");
});

const MARKDOWN = `# One

Words[^1] with *stress* and a [link](https://example.org/).

- first
- second

| a | b |
|---|---|
| 1 | 2 |

> quoted

\`\`\`
code
\`\`\`

[^1]: The note.
`;

test("the editor takes the server's markup over without a jump or a second copy", async ({
  classroom,
  signIn,
}) => {
  const assignment = await classroom.withText(MARKDOWN);
  const page = await signIn(await classroom.enrol("Ada"));
  await page.addInitScript(() => {
    Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        Object.assign(window, {
          shifts: Reflect.get(window, "shifts") + Reflect.get(entry, "value"),
        });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  const served = await (await page.request.get(`/read/${assignment.id}`)).text();
  expect(served.split("with <em>stress</em>").length).toBe(2);

  await page.goto(`/read/${assignment.id}`);
  const text = page.locator(".reading-text");
  await expect(text).toHaveClass(/ProseMirror/);
  const written = /<div class="reading-text"[^>]*>(.*?)<\/section><\/div>/s.exec(served)?.[1];
  const shown = await text.evaluate((element) => element.innerHTML);
  // What an editor adds for itself changes neither the words nor their places.
  const plain = shown.replace(/ (contenteditable|draggable)="[^"]*"/g, "");
  // The line break after this tag is none to a parser.
  expect(plain).toBe(`${written?.replaceAll("<pre>\n", "<pre>")}</section>`);
  expect(await page.evaluate(() => Reflect.get(window, "shifts"))).toBeLessThan(0.02);
});

test("a footnote leads to its note and back", async ({ classroom, signIn }) => {
  const assignment = await classroom.withText(MARKDOWN);
  const page = await signIn(await classroom.enrol("Ada"));
  await page.goto(`/read/${assignment.id}`);
  await expect(page.locator(".reading-text")).toHaveClass(/ProseMirror/);
  await page.locator("[role=doc-noteref]").click();
  await expect(page).toHaveURL(/#fn-1$/);
  await page.locator("[role=doc-backlink]").click();
  await expect(page).toHaveURL(/#fnref-1$/);
});
