import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";

import { db } from "@/lib/db";
import { getRevision } from "@/lib/readings/queries";
import type { Scene } from "../support/course";

/** A passage by offsets in the text of its element's nodes, joined by nothing. */
export interface PlainMark {
  id: string;
  start: number;
  end: number;
  quote: string;
}

const require = createRequire(import.meta.url);
/** Made to be named in a page, with all that it needs in it. */
const RECOGITO = require.resolve("@recogito/text-annotator");

/**
 * The same text in the same width, on a page with nothing else; where its marks are comes with it,
 * and so does the other project's script.
 */
export async function servePlainText({ assignment }: Scene) {
  const { revisionId, text } = assignment;
  const { html } = await getRevision(revisionId);
  const marks = JSON.stringify(await marksOf(revisionId, text));
  const script = await readFile(RECOGITO, "utf8");
  const page = `<!doctype html><meta charset="utf-8"><title>Text</title><style>
    #text { max-width: 34em; margin: 2rem auto; font: 19px/1.65 Georgia, serif }
    hypothesis-highlight { background: #fe9; cursor: pointer }
    hypothesis-highlight.focused { background: #9cf }
  </style><article id="text">${html}</article><script>process = { env: {} }</script><script src="/recogito.js"></script>`;
  const answers: Record<string, [type: string, body: string]> = {
    "/": ["text/html", page],
    "/marks": ["application/json", marks],
    "/recogito.js": ["text/javascript", script],
  };
  const server = createServer(({ url = "" }, response) => {
    const [type, body] = answers[url] ?? ["text/plain", ""];
    response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The flat text has a line break between two blocks, and the page's elements have none. */
async function marksOf(revisionId: string, text: string): Promise<PlainMark[]> {
  const anchors = await db.anchor.findMany({
    where: { revisionId },
    select: { annotationId: true, start: true, end: true },
    orderBy: { start: "asc" },
  });
  const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index);
  const plain = (offset: number) => {
    const after = breaks.findIndex((at) => at >= offset);
    return offset - (after < 0 ? breaks.length : after);
  };
  return anchors.map(({ annotationId, start, end }) => ({
    id: annotationId,
    start: plain(start),
    end: plain(end),
    quote: text.slice(start, end).replaceAll("\n", ""),
  }));
}
