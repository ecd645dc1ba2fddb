import { z } from "zod";

/** Where in a text somebody is: the first unit on their screen, in the revision on their screen. */
export const placeInput = z.strictObject({
  revisionId: z.uuid(),
  offset: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
});

export type PlaceInput = z.output<typeof placeInput>;
