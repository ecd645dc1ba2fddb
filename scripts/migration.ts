import path from "node:path";

import { SetupError } from "@/lib/setup-error";
import { command } from "./command";
import { readSettings } from "./settings";

/** `npm run db:migration -- add_tags`: writes what `schema.prisma` has and the migrations have not. */
await command(async () => {
  const name = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) {
    throw new SetupError(
      "A migration needs a name of small letters, digits and underscores. Give it one: npm run db:migration -- add_tags",
    );
  }
  const { openDatabase } = await import("./database/open-database");
  const { writeMigration } = await import("@/lib/db/migrate");
  const settings = readSettings("development");
  const database = await openDatabase(settings, { say: console.log, mayShare: true });
  try {
    const file = await writeMigration(database.url, name, new Date());
    console.log(
      file
        ? `Wrote ${path.relative(".", file)}. Read it, then apply it with \`npm run db:migrate\`.`
        : "There is nothing to change: the migrations lead to prisma/schema.prisma already.",
    );
  } finally {
    await database.close();
  }
});
