import "server-only";

import pg from "pg";

/**
 * Runs `work` while no other instance on the database at `url` runs work of the same name; the
 * others wait. Ends with the connection, so an instance that dies holds nobody up.
 */
export async function takeTurn<Result>(
  url: string,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [`postil ${name}`]);
    return await work();
  } finally {
    await client.end();
  }
}
