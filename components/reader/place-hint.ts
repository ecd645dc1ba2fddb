/** As many words of a passage as tell it. */
const LENGTH = 60;

/** The first words of a text from an offset on: from the next whole word to the end of the block. */
export function beginningAt(text: string, offset: number): string {
  const isInWord = offset > 0 && /\S/.test(text[offset - 1]!);
  const skipped = isInWord
    ? (/^\S*\s*/.exec(text.slice(offset, offset + LENGTH))?.[0].length ?? 0)
    : 0;
  const rest = text.slice(offset + skipped, offset + skipped + LENGTH * 2).trimStart();
  const words = rest.split("\n", 1)[0]!.replaceAll("\uFFFC", "").trim();
  if (words.length <= LENGTH) return words;
  const cut = words.slice(0, LENGTH);
  const whole = cut.slice(0, Math.max(cut.lastIndexOf(" "), 0)) || [...cut].slice(0, -1).join("");
  return `${whole} …`;
}
