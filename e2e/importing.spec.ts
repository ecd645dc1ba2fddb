import { readFile } from "node:fs/promises";

import { createUser } from "../tests/support/factories";
import { expectNoViolations } from "./support/no-violations";
import { expect, test } from "./support/test";

const FILES = "tests/fixtures/imports";

test("a Word file becomes a reading, looked through before it is kept", async ({ signIn }) => {
  const page = await signIn(await createUser());
  await page.goto("/library/new");
  await page.getByLabel("File", { exact: true }).setInputFiles(`${FILES}/pandoc-english.docx`);
  await page.getByRole("button", { name: "Bring in" }).click();
  await expect(page.getByLabel("Title")).toHaveValue("Of Books");
  await expect(page.getByLabel("Author")).toHaveValue("Michel de Montaigne");
  await expect(page.getByRole("heading", { name: "Fancies of my own" })).toBeVisible();
  const image = page.getByRole("img", { name: "A square of ink" });
  await expect(image).toHaveJSProperty("naturalWidth", 64);
  await expectNoViolations(page, "the import");

  // It waits for whoever leaves the page.
  await page.goto("/library");
  await page.getByRole("link", { name: "pandoc-english.docx" }).click();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Say on what ground").first()).toBeVisible();
  await page.getByLabel("Right to use").selectOption("It is in the public domain");
  await page.getByLabel("Licence").selectOption("Public domain");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("article", { name: "Of Books" })).toBeVisible();
  await expect(page.getByRole("img", { name: "A square of ink" })).toHaveJSProperty(
    "naturalWidth",
    64,
  );

  // The same again is told to be the same.
  await page.goto("/library/new");
  await page.getByLabel("File", { exact: true }).setInputFiles(`${FILES}/pandoc-english.docx`);
  await page.getByRole("button", { name: "Bring in" }).click();
  await expect(page.getByText("This very text is in your library already")).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("heading", { name: "Add a reading" })).toBeVisible();
});

test("a file that cannot be read says why", async ({ signIn }) => {
  const page = await signIn(await createUser());
  await page.goto("/library/new");
  await page.getByRole("button", { name: "Bring in" }).click();
  await expect(page.getByText("Choose a file first.")).toBeVisible();
  await page.getByLabel("File", { exact: true }).setInputFiles(`${FILES}/chromium-scan.pdf`);
  await page.getByRole("button", { name: "Bring in" }).click();
  await expect(page.getByText("pictures of pages and not their words")).toBeVisible();
  await expectNoViolations(page, "the import");
});

test("an address inside the network is refused with the reason", async ({ signIn }) => {
  const page = await signIn(await createUser());
  await page.goto("/library/new");
  await page.getByLabel("Web address").fill("http://169.254.169.254/latest/meta-data/");
  await page.getByRole("button", { name: "Fetch" }).click();
  await expect(page.getByText("leads into a private network")).toBeVisible();
});

test("an import goes on while its page is left, and can be cancelled", async ({ signIn }) => {
  const page = await signIn(await createUser());
  await page.goto("/library/new");
  // Brackets that keep a parser busy for the whole minute that it has.
  const buffer = Buffer.from("![".repeat(20_000) + "](x)".repeat(20_000));
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "endless.md", mimeType: "text/markdown", buffer });
  await page.getByRole("button", { name: "Bring in" }).click();
  await expect(page.getByText("Reading the file …")).toBeVisible();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expectNoViolations(page, "the import");
  await page.goto("/library");
  await page.getByRole("link", { name: "endless.md" }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { name: "Add a reading" })).toBeVisible();
  await page.goto("/library");
  await expect(page.getByRole("link", { name: "endless.md" })).toBeHidden();
});

test("what is pasted with formatting can keep it", async ({ signIn }) => {
  const page = await signIn(await createUser());
  await page.goto("/library/new");
  const html = await readFile(`${FILES}/libreoffice-german.html`, "utf8");
  await page.getByLabel("Text").evaluate((field, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, html);
  await page.getByRole("button", { name: "Bring it in with its formatting" }).click();
  await expect(page.getByRole("cell", { name: "Parerga" })).toBeVisible();
  await expect(page.getByLabel("Author")).toHaveValue("Arthur Schopenhauer");
});
