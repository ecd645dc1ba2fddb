/** Stretches that Page Up and Page Down pass over. */
const PAGE = 10;

/** To which of `count` stretches a key leads from one of them; null where it means something else. */
export function stripKey(key: string, at: number, count: number): number | null {
  const to = leadsTo(key, at, count);
  return to === null ? null : Math.max(0, Math.min(count - 1, to));
}

function leadsTo(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
    case "ArrowRight":
      return at + 1;
    case "ArrowUp":
    case "ArrowLeft":
      return at - 1;
    case "PageDown":
      return at + PAGE;
    case "PageUp":
      return at - PAGE;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
