import "server-only";

import type { z } from "zod";

/** The query part of the address, by the schema. A name that occurs twice counts once, the last. */
export function readQuery<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): z.output<Schema> {
  return schema.parse(Object.fromEntries(new URL(request.url).searchParams));
}
