import { afterAll, inject } from "vitest";

import { copyTemplate } from "./databases";

// Before any test file imports lib/db, which connects to what it finds here. A worker runs its
// files one after another, so they may share a database.
const worker = `worker_${process.env.VITEST_POOL_ID}`;
process.env.DATABASE_URL = await copyTemplate(inject("template"), worker);

afterAll(async () => {
  const { closeDb } = await import("@/lib/db");
  await closeDb();
});
