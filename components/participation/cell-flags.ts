import type { CELL } from "@/lib/participation/gradebook";

type Name = keyof typeof CELL;

/** What each bit of a cell says: as `CELL` of the gradebook, which runs on the server only. */
const BITS = {
  overridden: 1,
  released: 2,
  moved: 4,
  contested: 8,
  complete: 16,
  active: 32,
} as const satisfies typeof CELL;

/** What a cell is, from its flags. */
export function has(flags: number): Record<Name, boolean> {
  const names = Object.entries(BITS).map(([name, bit]) => [name, (flags & bit) !== 0]);
  return Object.fromEntries(names) as Record<Name, boolean>;
}
