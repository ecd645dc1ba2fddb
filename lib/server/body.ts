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
  const text = new TextDecoder().decode(await readBytes(request, limit));
  try {
    return JSON.parse(text);
  } catch {
    throw new Invalid("notJson");
  }
}

/** The request's body as it is, read up to `limit` bytes and not a byte further. @throws TooLarge */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
  const tooLarge = () => new TooLarge({ limit: sizeOf(limit) });
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function sizeOf(bytes: number): string {
  const kilobytes = Math.floor(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${Math.floor(kilobytes / 1024)} MB`;
}
