import type { TextSurface } from "./text-surface";

/** So many paragraphs from the top of the screen are remembered: one of them will have survived. */
const LINES_KEPT = 40;
/** Shorter lines stand in many places. */
const LEAST_WORDS = 12;

/** Remembers for the page that comes next what stands at the top of the screen. */
export function keepPlace(assignmentId: string, surface: TextSurface): void {
  const { text } = surface;
  const begin = text.lastIndexOf("\n", firstOnScreen(surface)) + 1;
  const lines = text.slice(begin).split("\n", LINES_KEPT);
  try {
    sessionStorage.setItem(keyOf(assignmentId), JSON.stringify(lines));
  } catch {
    // Without a place the new text begins at its beginning.
  }
}

/** The first offset of the text that is on the screen, or its end where the text is above. */
export function firstOnScreen({ text, isAbove }: Pick<TextSurface, "text" | "isAbove">): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAbove(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the remembered place is in a text, once; the nearest paragraph that is still there. */
export function recallPlace(assignmentId: string, text: string): number | null {
  try {
    const kept = sessionStorage.getItem(keyOf(assignmentId));
    sessionStorage.removeItem(keyOf(assignmentId));
    return kept === null ? null : placeOf(JSON.parse(kept), text);
  } catch {
    return null;
  }
}

function placeOf(lines: unknown, text: string): number | null {
  if (!Array.isArray(lines)) return null;
  for (const line of lines) {
    if (typeof line !== "string" || line.length < LEAST_WORDS) continue;
    const at = text.indexOf(line);
    if (at >= 0 && text.indexOf(line, at + 1) < 0) return at;
  }
  return null;
}

function keyOf(assignmentId: string): string {
  return `postil.revised.${assignmentId}`;
}
