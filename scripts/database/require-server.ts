import pg from "pg";

import { placeOf } from "@/lib/db/url";
import { SetupError } from "@/lib/setup-error";

const OLDEST = 15;

/**
 * Makes sure that the database at `url` answers and is one that Postil can use.
 *
 * @throws SetupError that says which part of DATABASE_URL, or what on the server, is to be mended
 */
export async function requireServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
    const version = rows[0]?.server_version ?? "";
    if (Number.parseInt(version, 10) >= OLDEST) return;
    throw new SetupError(
      `PostgreSQL at ${placeOf(url)} is version ${version}, and Postil needs ${OLDEST} or later. Upgrade it, or leave DATABASE_URL out to use the one that comes with Postil.`,
    );
  } catch (error) {
    throw error instanceof SetupError ? error : new SetupError(explain(url, error));
  } finally {
    client.end().catch(() => {});
  }
}

const UNREACHABLE = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|ETIMEDOUT)$/;

/** Codes of five characters are PostgreSQL's own: its manual, appendix A. */
function explain(url: string, error: unknown): string {
  const { code = "", message } = error as Error & { code?: string };
  const place = placeOf(url);
  if (UNREACHABLE.test(code) || /timeout/i.test(message)) {
    return `No PostgreSQL answers at ${place} (${code || message}). Start it, or correct the host and port in DATABASE_URL.`;
  }
  if (code === "28P01" || code === "28000" || /password must be a/.test(message)) {
    return `PostgreSQL at ${place} refuses the name or the password in DATABASE_URL (${message}). Correct them, with special characters in the form %40.`;
  }
  if (code === "3D000") {
    return `There is no such database as ${place}. Make it with \`createdb\`, or correct the name in DATABASE_URL.`;
  }
  return `The database at ${place} cannot be used: ${message}. Mend that, or correct DATABASE_URL.`;
}
