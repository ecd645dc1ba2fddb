import { gzipSync } from "node:zlib";

import type { Scene } from "../support/course";
import { beside, type Row } from "../support/row";

/** JavaScript that the reading page names in its HTML, in gzip, beside that of a page with a form. */
export async function measureScripts(url: string, { assignment, cookie }: Scene): Promise<Row[]> {
  const form: Row = {
    name: "JavaScript of the sign-in page, gzip",
    value: await sizeOf(url, "/sign-in", ""),
    unit: "KB",
  };
  const reading = await sizeOf(url, `/read/${assignment.id}`, cookie);
  return [form, beside(form, "JavaScript of the reading page, gzip", reading)];
}

const SCRIPT = /\/_next\/static\/[^"'\\]+\.js/g;

async function sizeOf(url: string, path: string, cookie: string): Promise<number> {
  const html = await (await fetch(url + path, { headers: { cookie } })).text();
  // What is only for browsers without modules no browser of today fetches.
  const old = new Set(
    [...html.matchAll(/<script[^>]* noModule[^>]*>/gi)].flatMap(([tag]) => tag.match(SCRIPT) ?? []),
  );
  const names = new Set(html.match(SCRIPT)?.filter((name) => !old.has(name)));
  if (names.size === 0) throw new Error(`${path} names no scripts`);
  let bytes = 0;
  for (const name of names) {
    const source = await (await fetch(url + name)).arrayBuffer();
    bytes += gzipSync(Buffer.from(source)).length;
  }
  return bytes / 1024;
}
