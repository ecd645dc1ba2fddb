import "server-only";

import { Invalid, TooLarge } from "@/lib/errors";

/** A comment of 20,000 characters in its largest JSON form stays well below this. */
const BODY_LIMIT = 512 * 1024;

/**
 * The request's body as JSON, read up to `limit` bytes and not a byte further.
 *
 * @throws TooLarge, Invalid
 */
export async function readJson(request: Request, limit = BODY_LIMIT): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/([a-z.]+\+)?json\b/i.test(type)) throw new Invalid("notJson");
  const text = await readText(request, limit);
  try {
    return JSON.parse(text);
  } catch {
    throw new Invalid("notJson");
  }
}

async function readText(request: Request, limit: number): Promise<string> {
  const tooLarge = () => new TooLarge({ limit: `${Math.floor(limit / 1024)} KB` });
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
