import pg from "pg";

import { takeTurn } from "@/lib/db/turn";
import { demoCourse } from "@/prisma/demo/course";

/**
 * Loads the demo course into the database of DATABASE_URL, unless it is there. Of several
 * instances one does, while the others wait.
 */
export async function loadDemoOnce(url: string, say: (line: string) => void): Promise<void> {
  if (await isLoaded(url)) return;
  const { loadDemo } = await import("@/prisma/demo/load");
  const { closeDb } = await import("@/lib/db");
  try {
    if (await takeTurn(url, "demo", () => loadDemo(new Date()))) say("Loaded the demo course.");
  } finally {
    // The application makes connections of its own: it has another copy of Prisma, to which
    // errors of ours would be no errors of Prisma.
    await closeDb();
  }
}

/** Asked apart, because the loader takes longer to import than all else that a start does. */
async function isLoaded(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rowCount } = await client.query("SELECT FROM course WHERE id = $1", [demoCourse.id]);
    return rowCount === 1;
  } finally {
    await client.end();
  }
}
