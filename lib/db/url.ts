import "server-only";

/** The address of another database on the server of `url`. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}

/** Where `url` leads, without who goes there: for messages and logs. */
export function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || "localhost"}:${port || 5432}${decodeURIComponent(pathname)}`;
}
