import type { TextRange } from "./text-range";

/** A text as it is searched, and where each of its characters comes from. */
export interface Folded {
  /** Without case and accents, compatibility forms spelt out, every white space one space. */
  text: string;
  /** For each UTF-16 unit of `text` where in the original its character begins, … */
  starts: Uint32Array;
  /** … and where it ends, with what was left out after it. */
  ends: Uint32Array;
}

/**
 * Letters that people type otherwise than they are written, and that no Unicode decomposition
 * takes apart. As PostgreSQL's `unaccent` has them, so that text and discussion find the same.
 */
const SPELT: Record<string, string> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ς: "σ" },
  ...{ "‘": "'", "’": "'", ʼ: "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"' },
  ...{ "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-" },
};

/**
 * Accents, and the points and vowel signs that Hebrew and Arabic are commonly written without. Not
 * all marks: those of Indic scripts are vowels, and those of kana make other letters.
 */
const ACCENTS = [
  { first: 0x0300, last: 0x036f },
  { first: 0x0591, last: 0x05bd },
  { first: 0x05bf, last: 0x05bf },
  { first: 0x05c1, last: 0x05c2 },
  { first: 0x05c4, last: 0x05c5 },
  { first: 0x05c7, last: 0x05c7 },
  { first: 0x064b, last: 0x065f },
  { first: 0x0670, last: 0x0670 },
  { first: 0x1ab0, last: 0x1aff },
  { first: 0x1dc0, last: 0x1dff },
  { first: 0x20d0, last: 0x20ff },
  { first: 0xfe20, last: 0xfe2f },
];

/** Signs that say where a line may break, or that nothing stands here. */
const UNSEEN = new Set("\u00ad\u200b\u2060\ufeff");

const MARK = /\p{M}/u;
/** No mark has a smaller number. */
const FIRST_MARK = 0x300;
const SPACE = /\s/;

/** Folds a text for {@link findFolded}: once for many searches, for it reads every character. */
export function fold(original: string): Folded {
  const steps = foldInSteps(original);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** About five milliseconds of work. */
const UNITS_A_STEP = 32_768;

/** The same a part at a time, for whoever must not keep a page waiting meanwhile. */
export function* foldInSteps(original: string): Generator<void, Folded> {
  const folded = new Writer(original.length);
  const known = new Map<string, string>();
  let pause = UNITS_A_STEP;
  for (let at = 0; at < original.length; ) {
    if (at >= pause) {
      yield;
      pause = at + UNITS_A_STEP;
    }
    const unit = original.charCodeAt(at);
    if (unit < 0x80 && !(original.charCodeAt(at + 1) >= FIRST_MARK)) {
      folded.add(foldAscii(unit), at, at + 1);
      at += 1;
      continue;
    }
    const end = clusterEnd(original, at);
    const cluster = original.slice(at, end);
    let plain = known.get(cluster);
    if (plain === undefined) {
      plain = foldCluster(cluster);
      known.set(cluster, plain);
    }
    if (plain === "") folded.leaveOut(end);
    for (let place = 0; place < plain.length; place += 1)
      folded.add(plain.charCodeAt(place), at, end);
    at = end;
  }
  return folded.done();
}

/**
 * Every place where `query` stands in a folded text, in order, `atMost` of them: accents, case and
 * how much white space stands between words make no difference. A place is whole characters of the
 * original; none overlaps another.
 */
export function findFolded({ text, starts, ends }: Folded, query: string, atMost: number) {
  const words = fold(query.trim()).text.trim();
  const found: TextRange[] = [];
  if (words === "") return found;
  let after = 0;
  for (let at = text.indexOf(words); at !== -1 && found.length < atMost; ) {
    const start = starts[at]!;
    const end = ends[at + words.length - 1]!;
    // Half of an ß that is spelt out stands where its other half was found.
    if (start >= after) found.push({ start, end });
    after = Math.max(after, end);
    at = text.indexOf(words, at + words.length);
  }
  return found;
}

function foldAscii(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit + 32;
  return unit === 9 || (unit >= 10 && unit <= 13) ? SPACE_UNIT : unit;
}

const SPACE_UNIT = 0x20;

/** Where the character that begins at `start` ends, with the marks that belong to it. */
function clusterEnd(text: string, start: number): number {
  let end = start + widthAt(text, start);
  while (text.charCodeAt(end) >= FIRST_MARK && isMarkAt(text, end)) end += widthAt(text, end);
  return end;
}

function widthAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}

/** Ideographs are none: told at once, because a Chinese text is made of them. */
function isMarkAt(text: string, at: number): boolean {
  const point = text.codePointAt(at)!;
  if (point >= 0x3400 && point <= 0x9fff) return false;
  return MARK.test(String.fromCodePoint(point));
}

function foldCluster(cluster: string): string {
  const apart = cluster.toLowerCase().normalize("NFKD").toLowerCase();
  const plain = [...apart].filter((each) => !isAccent(each) && !UNSEEN.has(each)).join("");
  return [...plain.normalize("NFC")]
    .map((each) => (SPACE.test(each) ? " " : (SPELT[each] ?? each)))
    .join("");
}

function isAccent(character: string): boolean {
  const point = character.codePointAt(0)!;
  return ACCENTS.some(({ first, last }) => point >= first && point <= last);
}

/** A folded text while it grows; numbers rather than strings, for a book has a million of them. */
class Writer {
  private units: Uint16Array;
  private starts: Uint32Array;
  private ends: Uint32Array;
  private length = 0;

  constructor(room: number) {
    this.units = new Uint16Array(room);
    this.starts = new Uint32Array(room);
    this.ends = new Uint32Array(room);
  }

  add(unit: number, start: number, end: number): void {
    const last = this.length - 1;
    if (unit === SPACE_UNIT && this.units[last] === SPACE_UNIT) {
      this.ends[last] = end;
      return;
    }
    if (this.length === this.units.length) this.grow();
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length += 1;
  }

  /** What was left out goes with the character before it. */
  leaveOut(end: number): void {
    if (this.length > 0) this.ends[this.length - 1] = end;
  }

  done(): Folded {
    const { units, starts, ends, length } = this;
    return { text: textOf(units.subarray(0, length)), starts, ends };
  }

  private grow(): void {
    const room = this.units.length * 2 + 16;
    const [units, starts, ends] = [this.units, this.starts, this.ends];
    this.units = new Uint16Array(room);
    this.starts = new Uint32Array(room);
    this.ends = new Uint32Array(room);
    this.units.set(units);
    this.starts.set(starts);
    this.ends.set(ends);
  }
}

/** Many times quicker than `String.fromCharCode`; half characters become U+FFFD in text and query alike. */
const DECODER = new TextDecoder("utf-16le", { ignoreBOM: true });

function textOf(units: Uint16Array): string {
  return DECODER.decode(units);
}
