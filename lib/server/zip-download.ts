import "server-only";

import { makeZip } from "client-zip";

/** Files with names, each made in pieces. */
type Files = AsyncIterable<{ name: string; pieces: AsyncIterable<string> }>;

/** Answers with a zip that is made while it is sent: no faster than somebody takes it. */
export function zipDownload(files: Files, name: string): Response {
  return new Response(makeZip(inputs(files)), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
      vary: "cookie",
    },
  });
}

async function* inputs(files: Files) {
  const lastModified = new Date();
  for await (const { name, pieces } of files) yield { name, lastModified, input: pieces };
}
