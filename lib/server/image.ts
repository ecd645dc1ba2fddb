import "server-only";

/** An image as an answer that can be nothing but an image, whatever a browser thinks of its bytes. */
export function respondImage(
  request: Request,
  { type, hash, bytes }: { type: string; hash: string; bytes: Uint8Array<ArrayBuffer> },
  caching: string,
): Response {
  const headers = {
    "cache-control": caching,
    etag: `"${hash}"`,
    vary: "cookie",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "content-disposition": "inline",
  };
  if (request.headers.get("if-none-match") === headers.etag) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(bytes, {
    headers: { ...headers, "content-type": type, "content-length": String(bytes.byteLength) },
  });
}
