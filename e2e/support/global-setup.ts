import { randomBytes } from "node:crypto";

import { copyTemplate, openTestDatabases } from "../../tests/support/databases";
import { startApplication } from "./application";

/**
 * Called by Playwright once a run, and what it returns at the end: a database of its own and the
 * application on it. What it leaves in the environment, the workers inherit.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const { template, close } = await openTestDatabases();
  try {
    process.env.DATABASE_URL = await copyTemplate(template, "e2e");
    process.env.AUTH_SECRET = randomBytes(32).toString("base64url");
    const application = await startApplication();
    process.env.POSTIL_URL = application.url;
    return async () => {
      await application.stop();
      await close();
    };
  } catch (error) {
    await close();
    throw error;
  }
}
