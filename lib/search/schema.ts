import { z } from "zod";

const words = z.string().trim().max(300);

/** A page of what is found; an empty query finds nothing. */
export const searchQuery = z.object({
  q: words.default(""),
  cursor: z.string().max(200).optional(),
});

/** What somebody has typed so far. */
export const paletteQuery = z.strictObject({ q: words.default("") });

export type SearchQuery = z.output<typeof searchQuery>;
