import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";

/**
 * What the machine and the database allow: `node:http` and `pg` with the statements that listing
 * and creating one annotation cannot do without, and nothing of what makes them safe.
 */
export async function startBareServer(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const server = createServer(async (request, response) => {
    const body =
      request.method === "POST" ? await create(pool, request) : await list(pool, request);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await pool.end();
    },
  };
}

async function list(pool: pg.Pool, { url }: IncomingMessage) {
  const { rows } = await pool.query(
    `SELECT a.*, n.start, n."end", c.body, u.name FROM annotation a
     JOIN anchor n ON n.annotation_id = a.id
     JOIN comment c ON c.annotation_id = a.id
     JOIN "user" u ON u.id = c.author_id
     WHERE a.id = $1 AND a.deleted_at IS NULL`,
    [url?.slice(1)],
  );
  return rows;
}

async function create(pool: pg.Pool, request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { id, assignmentId, authorId, revisionId, start, end } = JSON.parse(
    Buffer.concat(chunks).toString(),
  );
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query(
      `INSERT INTO annotation (id, assignment_id, author_id, revision_id, kind, audience, quote,
         prefix, suffix, start, "end", updated_at)
       VALUES ($1, $2, $3, $4, 'HIGHLIGHT', 'COURSE', 'q', '', '', $5, $6, now())`,
      [id, assignmentId, authorId, revisionId, start, end],
    );
    await client.query(
      `INSERT INTO anchor (annotation_id, revision_id, start, "end") VALUES ($1, $2, $3, $4)`,
      [id, revisionId, start, end],
    );
    await client.query("COMMIT");
  } finally {
    client.release();
  }
  return { id };
}
