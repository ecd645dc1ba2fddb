/** A card that wants to stand level with its passage. Pixels, from the top of the margin. */
export interface MarginCard {
  id: string;
  /** Where its passage begins. */
  level: number;
  height: number;
}

const GAP = 8;

/**
 * Where each card stands: level with its passage where there is room, else pushed just far
 * enough that none overlaps. The focused card stands exactly level, and the others make way
 * upwards and downwards; without one they only ever move down.
 *
 * Cards must come in the order of their levels; the order is kept. A card whose neighbours
 * leave it alone does not move, so that an arrival elsewhere disturbs nobody.
 */
export function layOut(cards: MarginCard[], focusedId: string | null): Map<string, number> {
  const focus = cards.findIndex(({ id }) => id === focusedId);
  const tops = new Map<string, number>();

  let floor = Number.NEGATIVE_INFINITY;
  for (const card of cards.slice(Math.max(focus, 0))) {
    const top = Math.max(card.level, floor);
    tops.set(card.id, top);
    floor = top + card.height + GAP;
  }
  if (focus <= 0) return tops;

  // Those above first stand as if nothing were below them, then give way to the focused one.
  const above = cards.slice(0, focus);
  const free = layOut(above, null);
  let ceiling = cards[focus]!.level - GAP;
  for (const card of above.reverse()) {
    const top = Math.min(free.get(card.id)!, ceiling - card.height);
    tops.set(card.id, top);
    ceiling = top - GAP;
  }
  return tops;
}
