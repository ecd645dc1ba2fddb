import "server-only";

import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, DriverAdapterError } from "@prisma/driver-adapter-utils";
import pg from "pg";

import { withDatabase } from "./url";

/**
 * Prisma's adapter for `pg` with what it gets wrong for migrations (7.10.0) put right:
 *
 * - it cuts a script at every semicolon, also inside strings and functions, and commits each
 *   piece: here PostgreSQL reads the script, as one transaction, so a migration that fails
 *   leaves nothing behind;
 * - its shadow database is the real one when the address names a database, and it drops the shadow
 *   while still connected to it;
 * - it does not know the type `"char"`, of which the catalogue of constraints is full.
 */
export class MigrationAdapter extends PrismaPg {
  readonly #url: string;
  readonly #ends: (() => Promise<unknown>)[] = [];

  constructor(url: string) {
    super({ connectionString: url });
    this.#url = url;
  }

  override connect() {
    return this.#connect(this.#url);
  }

  override async connectToShadowDb() {
    const name = `postil_shadow_${crypto.randomUUID()}`;
    const adapter = await this.connect();
    await adapter.executeScript(`CREATE DATABASE "${name}" TEMPLATE template0`);
    this.#ends.push(() => adapter.executeScript(`DROP DATABASE "${name}" WITH (FORCE)`));
    return this.#connect(withDatabase(this.#url, name));
  }

  /** Closes every connection and drops the shadow databases, the last made first. */
  async end() {
    for (const end of this.#ends.reverse()) await end();
  }

  async #connect(url: string) {
    // One connection, because locks and settings of a session belong to a connection.
    const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5_000 });
    pool.on("error", () => {});
    this.#ends.push(() => pool.end());

    const chars = readCharAsText(pool);
    const adapter = await new PrismaPg(pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const column of chars.get(result.rows) ?? []) {
        result.columnTypes[column] = ColumnTypeEnum.Character;
      }
      return result;
    };
    adapter.executeScript = async (script) => {
      await pool.query(script).catch(reportToEngine);
    };
    adapter.dispose = async () => {};
    return adapter;
  }
}

/** The form in which the engine understands an error, and keeps it in `_prisma_migrations`. */
function reportToEngine(error: unknown): never {
  if (!(error instanceof pg.DatabaseError)) throw error;
  const { message, severity = "ERROR", code = "XX000", detail, column, hint } = error;
  throw new DriverAdapterError({ kind: "postgres", message, severity, code, detail, column, hint });
}

const CHAR = 18;

/** Lets columns of type `"char"` pass as text, and remembers which they were, by their rows. */
function readCharAsText(pool: pg.Pool): WeakMap<unknown[][], number[]> {
  const chars = new WeakMap<unknown[][], number[]>();
  const query: (...given: unknown[]) => Promise<pg.QueryArrayResult> = pool.query.bind(pool);
  pool.query = (async (...given: unknown[]) => {
    const result = await query(...given);
    for (const [column, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== CHAR) continue;
      field.dataTypeID = pg.types.builtins.TEXT;
      chars.set(result.rows, [...(chars.get(result.rows) ?? []), column]);
    }
    return result;
  }) as pg.Pool["query"];
  return chars;
}
