import { type BrowserContextOptions, test as base, type Page } from "@playwright/test";

import type { Role } from "@/prisma/generated/enums";
import {
  type Assignment,
  createAssignment,
  createCourse,
  createMember,
  createReading,
  type Member,
  type Person,
} from "../../tests/support/factories";
import { startApplication } from "./application";
import { Complaints } from "./complaints";
import { sessionCookie } from "./session";

export { expect } from "@playwright/test";
export { selectText } from "./select-text";

/** Waits until what others write reaches the reading page as they write it. */
export async function untilLive(page: Page): Promise<void> {
  await base.expect(page.locator("[data-connection='live']")).toBeAttached();
}

/** A course with one reading assigned. Made for the test, shared with no other. */
interface Classroom {
  course: Awaited<ReturnType<typeof createCourse>>;
  assignment: Assignment;
  /** Enrols somebody new. */
  enrol(name: string, role?: Role): Promise<Member>;
  /** Enrols somebody new and opens the reading as them, in a browser of their own. */
  join(name: string, role?: Role, url?: string): Promise<Page>;
  /** Opens the reading as somebody, in a browser of their own. */
  open(member: Person, options?: BrowserContextOptions): Promise<Page>;
  /** Assigns another text instead, to be opened from now on. */
  withText(markdown: string): Promise<Assignment>;
}

interface TestFixtures {
  /** What browsers complain of. Whatever the test has not announced here fails it. */
  complaints: Complaints;
  /** Opens a browser of somebody's own in which they are signed in. */
  signIn(person: Person, options?: BrowserContextOptions): Promise<Page>;
  classroom: Classroom;
}

interface WorkerFixtures {
  /** The address of another instance of the application on the same database, for whoever asks. */
  secondURL: string;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  complaints: [
    async ({ browser }, use) => {
      const complaints = new Complaints();
      const listen = complaints.listen.bind(complaints);
      browser.on("context", listen);
      await use(complaints);
      browser.off("context", listen);
      base.expect(complaints.unexpected, "what browsers complained of").toEqual([]);
    },
    { auto: true },
  ],

  signIn: async ({ browser, baseURL }, use) => {
    const opened: Page[] = [];
    await use(async (person, options = {}) => {
      const context = await browser.newContext({ baseURL, ...options });
      await context.addCookies([await sessionCookie(person, baseURL!)]);
      const page = await context.newPage();
      opened.push(page);
      return page;
    });
    await Promise.all(opened.map((page) => page.context().close()));
  },

  classroom: async ({ signIn }, use) => {
    const course = await createCourse();
    let assignment = await createAssignment(course.id);
    const enrol = (name: string, role?: Role) => createMember(course.id, role, name);
    const open = async (member: Person, options?: BrowserContextOptions) => {
      const page = await signIn(member, options);
      await page.goto(`/read/${assignment.id}`);
      return page;
    };
    await use({
      course,
      get assignment() {
        return assignment;
      },
      enrol,
      open,
      join: async (name, role, url) =>
        open(await enrol(name, role), url ? { baseURL: url } : undefined),
      async withText(markdown) {
        assignment = await createAssignment(course.id, {
          reading: await createReading({ markdown }),
        });
        return assignment;
      },
    });
  },

  secondURL: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what it needs
    async ({}, use) => {
      const { url, stop } = await startApplication();
      await use(url);
      await stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});
