import { command } from "./command";
import { readSettings } from "./settings";

/** `npm run db:migrate`: brings the database up to the newest migration. */
await command(async () => {
  const { openDatabase } = await import("./database/open-database");
  const { applyMigrations } = await import("@/lib/db/migrate");
  const settings = readSettings("production");
  const database = await openDatabase(settings, { say: console.log, mayShare: true });
  try {
    const applied = await applyMigrations(database.url);
    for (const name of applied) console.log(`Applied ${name}.`);
    if (applied.length === 0) console.log("The database is up to date.");
  } finally {
    await database.close();
  }
});
