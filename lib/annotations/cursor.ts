import { z } from "zod";

import { Invalid } from "@/lib/errors";

const position = z.tuple([z.int().min(0), z.uuid()]);
const moment = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a list goes on: the sort key of its last row, so that rows that come or go meanwhile shift nothing. */
export type PositionCursor = z.output<typeof position>;
export type MomentCursor = z.output<typeof moment>;

export function writeCursor(key: readonly (number | string)[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** @throws Invalid for a cursor that we did not write */
export function readPositionCursor(cursor: string): PositionCursor {
  return readCursor(cursor, position);
}

/** @throws Invalid for a cursor that we did not write */
export function readMomentCursor(cursor: string): MomentCursor {
  return readCursor(cursor, moment);
}

/** A list's own kind of sort key. @throws Invalid for a cursor that we did not write */
export function readCursor<T>(cursor: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw new Invalid("cursorWrong", { field: "cursor" });
  }
}
