import type { Step } from "@/lib/anchoring";

const ARROWS = {
  ArrowRight: { unit: "word", by: 1 },
  ArrowLeft: { unit: "word", by: -1 },
  ArrowDown: { unit: "sentence", by: 1 },
  ArrowUp: { unit: "sentence", by: -1 },
} as const;

/** The step that an arrow key takes. Where words run from right to left, Left leads forward. */
export function stepOfKey(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  direction: string,
): Step | null {
  const arrow = key in ARROWS ? ARROWS[key as keyof typeof ARROWS] : null;
  if (!arrow) return null;
  const isMirrored = direction === "rtl" && arrow.unit === "word";
  return { unit: arrow.unit, by: isMirrored ? -arrow.by : arrow.by, isExtending: shiftKey } as Step;
}

/** Where a key leads from one of `count` blocks. */
export function blockOfKey(key: string, block: number, count: number): number | null {
  const to = { ArrowDown: block + 1, ArrowUp: block - 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? null : Math.max(0, Math.min(to, count - 1));
}
