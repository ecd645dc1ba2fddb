const SAID_WHOLE = 140;
const SAID_OF_AN_END = 60;

/** A passage as it is told to somebody who picks it: all of it, or how it begins and ends. */
export function pickedWords(passage: string): string {
  const words = passage.replace(/[\s\uFFFC]+/g, " ").trim();
  if (words.length <= SAID_WHOLE) return words;
  return `${beginning(words)} … ${ending(words)}`;
}

function beginning(words: string): string {
  const cut = words.slice(0, SAID_OF_AN_END);
  const space = cut.lastIndexOf(" ");
  return space > SAID_OF_AN_END / 2 ? cut.slice(0, space) : whole(cut);
}

function ending(words: string): string {
  const cut = words.slice(-SAID_OF_AN_END);
  const space = cut.indexOf(" ");
  return space >= 0 && space < SAID_OF_AN_END / 2 ? cut.slice(space + 1) : whole(cut);
}

/** Scripts without spaces are cut anywhere, but never inside a character. */
function whole(cut: string): string {
  return cut.replace(/^\p{Surrogate}|\p{Surrogate}$/gu, "");
}
