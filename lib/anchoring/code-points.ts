/**
 * Tells how many code points stand before an offset in UTF-16 units: what exports count in, where
 * everything here counts units. Reads the text once, however many offsets are asked for.
 */
export function codePointsBefore(text: string): (offset: number) => number {
  // Where the second halves of pairs stand: each of them is a unit and no code point.
  const halves: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    if (point <= 0xffff) continue;
    at += 1;
    halves.push(at);
  }
  return (offset) => offset - countBelow(halves, offset);
}

/** How many of these ascending numbers are smaller. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
