import { z } from "zod";

const former = z.object({
  revisionId: z.uuid(),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int(),
  end: z.int(),
  /** Where it lay in the revision in which it was put elsewhere. */
  anchor: z.object({
    start: z.int(),
    end: z.int(),
    state: z.enum(["EXACT", "MOVED", "CHANGED", "DETACHED"]),
  }),
});

/** An annotation's selectors before somebody put it elsewhere by hand, and where it lay then. */
export type Former = z.output<typeof former>;

/** What is stored of it; null where nobody put it anywhere. */
export function readFormer(stored: unknown): Former | null {
  return former.nullable().parse(stored);
}
