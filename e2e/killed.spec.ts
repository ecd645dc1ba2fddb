import type { Page } from "@playwright/test";
import { v7 as newId } from "uuid";

import { startApplication } from "./support/application";
import { makeKillableBrowser } from "./support/killable-browser";
import { openKillableDatabase } from "./support/killable-database";
import { sessionCookie } from "./support/session";
import { startWriting } from "./support/steady-writer";
import { expect, selectText, test, untilLive } from "./support/test";

const WRITERS = 10;
/** Each posts so often; less than a person may. */
const REST_MS = 2_000;

test("kill -9 of the browser, of an instance and of the database loses no post, doubles none, keeps drafts", async () => {
  test.setTimeout(4 * 60_000);
  const database = await openKillableDatabase();
  const browser = makeKillableBrowser();
  const at = { databaseUrl: database.url };
  const [first, other] = await Promise.all([startApplication(at), startApplication(at)]);
  let second = other;
  try {
    const { assignment, courseId } = await findDemo();
    const [ada, ...people] = await enrol(courseId, WRITERS + 1);
    const writers = people.map((person) =>
      startWriting({ person, assignment, restMs: REST_MS, urls: [first.url, second.url] }),
    );
    const cookies = [await sessionCookie(ada!, first.url)];
    const address = `${first.url}/read/${assignment.id}`;
    const count = async (text: string, values: unknown[]) =>
      (await database.query<{ count: number }>(text, values))[0]?.count;

    // The browser, in the middle of typing.
    let page: Page = await browser.open(address, cookies);
    await untilLive(page);
    // The notes of the demo are drawn while it looks for the words.
    const words = await firstWords();
    await expect(() => selectText(page, words)).toPass();
    await page.keyboard.press("c");
    await expect(page.getByRole("textbox", { name: "New comment" })).toBeFocused();
    await page.keyboard.type("Begun before the end");
    const drafts = "SELECT count(*)::int AS count FROM draft WHERE user_id = $1";
    await expect.poll(() => count(drafts, [ada!.id])).toBe(1);
    await page.keyboard.type(" and not yet fin");
    await expect.poll(() => browser.hasWritten("and not yet fin")).toBe(true);
    await browser.kill();

    // An instance, while people post.
    await second.kill();
    const { port } = new URL(second.url);
    [page, second] = await Promise.all([
      browser.open(address, cookies),
      startApplication({ ...at, port }),
    ]);
    const unfinished = page.getByRole("region", { name: "Unfinished" });
    await unfinished.getByRole("button", { name: "Continue" }).click();
    const field = page.getByRole("textbox", { name: "New comment" });
    await expect(field).toHaveText("Begun before the end and not yet fin");
    const keptDraft = await field.textContent();

    // The database, and the browser in the middle of posting.
    await database.kill();
    await field.press("End");
    await page.keyboard.type("ished.");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByText("Waits for the network")).toBeVisible();
    await expect.poll(() => browser.hasWritten("yet finished.")).toBe(true);
    await browser.kill();
    await database.start();

    page = await browser.open(address, cookies);
    const posted = "SELECT count(*)::int AS count FROM comment WHERE author_id = $1";
    await expect.poll(() => count(posted, [ada!.id])).toBe(1);
    await expect(page.getByText("Waits for the network")).toHaveCount(0);
    await page.reload();
    await expect(page.getByText("Begun before the end and not yet finished.")).toBeVisible();

    await Promise.all(writers.map((writer) => writer.stop()));
    const kept = new Map(writers.flatMap((writer) => [...writer.kept]));
    const rows = await database.query<{ id: string; text: string }>(
      "SELECT id, text FROM comment WHERE author_id = ANY($1)",
      [people.map(({ id }) => id)],
    );
    const there = new Map(rows.map(({ id, text }) => [id, text]));
    const lost = [...kept].filter(([id, words]) => there.get(id) !== words);
    const doubled = rows.length - new Set(rows.map(({ text }) => text)).size;
    const again = writers.reduce((sum, writer) => sum + writer.again, 0);
    const own = await count(posted, [ada!.id]);
    const found = {
      ...{ acknowledged: kept.size, sentAgain: again, stored: rows.length },
      ...{ lost: lost.length, doubled, queuedPostSent: own, draft: keptDraft },
    };
    process.stdout.write(`killed: ${JSON.stringify(found)}\n`);
    expect(kept.size).toBeGreaterThan(WRITERS);
    expect(again).toBeGreaterThan(0);
    expect([lost, doubled, own]).toEqual([[], 0, 1]);
    expect(rows).toHaveLength(kept.size);
  } finally {
    await browser.remove();
    await Promise.all([first.stop(), second.stop()]);
    await database.remove();
  }

  /** The course that comes with the application. */
  async function findDemo() {
    const [row] = await database.query<{ id: string; revisionId: string; courseId: string }>(
      `SELECT id, revision_id AS "revisionId", course_id AS "courseId" FROM assignment
       WHERE opens_at IS NULL OR opens_at <= now() ORDER BY created_at, id LIMIT 1`,
    );
    if (!row) throw new Error("There is no demo course.");
    return { assignment: row, courseId: row.courseId };
  }

  /** The first words of its text that are a sentence's. */
  async function firstWords(): Promise<string> {
    const [row] = await database.query<{ text: string }>(
      `SELECT text FROM revision JOIN assignment ON assignment.revision_id = revision.id
       ORDER BY assignment.created_at, assignment.id LIMIT 1`,
    );
    const paragraph = row?.text.split("\n").find((line) => line.length > 200) ?? "";
    return paragraph.split(" ").slice(0, 3).join(" ");
  }

  async function enrol(courseId: string, howMany: number) {
    const people = Array.from({ length: howMany }, () => ({ id: newId(), sessionEpoch: 0 }));
    const ids = people.map(({ id }) => id);
    await database.query(
      `WITH person AS (
         INSERT INTO "user" (id, email, name, updated_at)
         SELECT id, id || '@example.edu', 'Student ' || id, now() FROM unnest($1::uuid[]) AS new (id)
         RETURNING id
       )
       INSERT INTO enrolment (id, course_id, user_id, updated_at)
       SELECT gen_random_uuid(), $2::uuid, id, now() FROM person`,
      [ids, courseId],
    );
    return people;
  }
});
