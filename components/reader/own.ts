import type { OwnView } from "@/lib/annotations/own";
import type { FollowState } from "@/prisma/generated/enums";

/** What the reader noted for themselves: changed on the page at once, kept by the server after. */
export interface Own {
  votedIds: ReadonlySet<string>;
  savedIds: ReadonlySet<string>;
  mutedIds: ReadonlySet<string>;
  follows: ReadonlyMap<string, FollowState>;
}

export const NOTHING_OWN: Own = {
  votedIds: new Set(),
  savedIds: new Set(),
  mutedIds: new Set(),
  follows: new Map(),
};

export function readOwn({ votedIds, savedIds, mutedIds, follows }: OwnView): Own {
  return {
    votedIds: new Set(votedIds),
    savedIds: new Set(savedIds),
    mutedIds: new Set(mutedIds),
    follows: new Map(Object.entries(follows)),
  };
}

/** The ids with this one among them, or not. */
export function withId(ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
