import type { FollowOffset } from "@/lib/anchoring";
import type { Writer } from "./text";

/** Where a character of the new text comes from: its old offset, and whether it was pasted here. */
interface Origin {
  offset: number;
  isPasted: boolean;
}

/** A word or what stands between two, with the origin of its first character; none when it is new. */
interface Piece {
  text: string;
  origin: Origin | null;
}

type Paragraph = Piece[];

/** What an edit did to a text, unit by unit. */
export interface Edit {
  before: string;
  after: string;
  /** The place of each unit of the earlier text in the later; -1 for what is gone. */
  truth: Int32Array;
  /** What an editor's steps tell: as the truth, but without what was cut and pasted. */
  follow: FollowOffset;
}

/** Edits a share of the paragraphs, each in one of the ways in which people revise a text. */
export function revise(paragraphs: readonly string[], share: number, writer: Writer): Edit {
  let offset = 0;
  let text: Paragraph[] = paragraphs.map((words) => {
    const paragraph = toPieces(words, offset);
    offset += words.length + 1;
    return paragraph;
  });
  const count = Math.round(paragraphs.length * share);
  for (let edit = 0; edit < count; edit++) {
    const at = Math.floor(writer.random() * text.length);
    text = writer.choose(EDITS)(text, at, writer);
  }
  return trace(paragraphs.join("\n"), text);
}

function toPieces(text: string, offset: number): Paragraph {
  const pieces = [...text.matchAll(/\s+|[^\s.,]+|[.,]/g)];
  return pieces.map(({ 0: piece, index }) => ({
    text: piece,
    origin: { offset: offset + index, isPasted: false },
  }));
}

function newPieces(text: string): Paragraph {
  return [{ text, origin: null }];
}

function pasted(pieces: Paragraph): Paragraph {
  return pieces.map(({ text, origin }) => ({
    text,
    origin: origin && { ...origin, isPasted: true },
  }));
}

type Way = (text: Paragraph[], at: number, writer: Writer) => Paragraph[];

/** Words are edited four times as often as paragraphs come, go or move. */
const EDITS: Way[] = [
  ...[editWords, editWords, editWords, editWords, changeSentence, changeSentence],
  ...[removeSentence, insertSentence, moveSentence, removeParagraph, insertParagraph],
  ...[moveParagraph, split, join],
];

function withAt(text: Paragraph[], at: number, ...paragraphs: Paragraph[]): Paragraph[] {
  return [...text.slice(0, at), ...paragraphs, ...text.slice(at + 1)];
}

/** One to four words are replaced, taken out or put in. */
function editWords(text: Paragraph[], at: number, writer: Writer): Paragraph[] {
  const paragraph = [...text[at]!];
  for (let edits = 1 + Math.floor(writer.random() * 4); edits > 0; edits--) {
    const words = paragraph.flatMap(({ text: word }, index) => (/\w/.test(word) ? [index] : []));
    const place = writer.choose(words) ?? 0;
    const kind = writer.random();
    if (kind < 0.6) paragraph.splice(place, 1, ...newPieces(writer.word()));
    else if (kind < 0.8) paragraph.splice(place, 2);
    else paragraph.splice(place, 0, ...newPieces(`${writer.word()} `));
  }
  return withAt(text, at, paragraph);
}

/** Where the sentences of a paragraph begin and end, by piece. */
function sentenceOf(paragraph: Paragraph, writer: Writer): [number, number] {
  const ends = paragraph.flatMap(({ text }, index) => (text.endsWith(".") ? [index + 1] : []));
  const chosen = Math.floor(writer.random() * ends.length);
  return [ends[chosen - 1] ?? 0, ends[chosen] ?? paragraph.length];
}

function changeSentence(text: Paragraph[], at: number, writer: Writer): Paragraph[] {
  const paragraph = [...text[at]!];
  const [from, to] = sentenceOf(paragraph, writer);
  paragraph.splice(from, to - from, ...newPieces(` ${writer.sentence()}`));
  return withAt(text, at, paragraph);
}

function removeSentence(text: Paragraph[], at: number, writer: Writer): Paragraph[] {
  const paragraph = [...text[at]!];
  const [from, to] = sentenceOf(paragraph, writer);
  paragraph.splice(from, to - from);
  return withAt(text, at, paragraph);
}

function insertSentence(text: Paragraph[], at: number, writer: Writer): Paragraph[] {
  const paragraph = [...text[at]!];
  const [from] = sentenceOf(paragraph, writer);
  paragraph.splice(from, 0, ...newPieces(` ${writer.sentence()}`));
  return withAt(text, at, paragraph);
}

function moveSentence(text: Paragraph[], at: number, writer: Writer): Paragraph[] {
  const paragraph = [...text[at]!];
  const [from, to] = sentenceOf(paragraph, writer);
  const cut = pasted(paragraph.splice(from, to - from));
  const moved = withAt(text, at, paragraph);
  const place = Math.floor(writer.random() * moved.length);
  return withAt(moved, place, [...moved[place]!, ...cut]);
}

function removeParagraph(text: Paragraph[], at: number): Paragraph[] {
  return withAt(text, at);
}

function insertParagraph(text: Paragraph[], at: number, writer: Writer): Paragraph[] {
  return withAt(text, at, text[at]!, newPieces(writer.paragraph()));
}

function moveParagraph(text: Paragraph[], at: number, writer: Writer): Paragraph[] {
  const rest = withAt(text, at);
  const place = Math.floor(writer.random() * rest.length);
  return withAt(rest, place, rest[place] ?? [], pasted(text[at]!));
}

function split(text: Paragraph[], at: number, writer: Writer): Paragraph[] {
  const paragraph = text[at]!;
  const [, to] = sentenceOf(paragraph, writer);
  return withAt(text, at, paragraph.slice(0, to), paragraph.slice(to));
}

function join(text: Paragraph[], at: number): Paragraph[] {
  const next = text[at + 1];
  if (!next) return text;
  return withAt(withAt(text, at + 1), at, [...text[at]!, ...newPieces(" "), ...next]);
}

/** The edited text, and where everything went. A line break went along when both its sides did. */
function trace(before: string, text: readonly Paragraph[]): Edit {
  const truth = new Int32Array(before.length).fill(-1);
  const seen = new Int32Array(before.length).fill(-1);
  const parts: string[] = [];
  let at = 0;
  for (const paragraph of text) {
    for (const { text: words, origin } of paragraph) {
      for (let unit = 0; origin && unit < words.length; unit++) {
        truth[origin.offset + unit] = at + unit;
        if (!origin.isPasted) seen[origin.offset + unit] = at + unit;
      }
      parts.push(words);
      at += words.length;
    }
    parts.push("\n");
    at += 1;
  }
  const after = parts.join("").slice(0, -1);
  for (const places of [truth, seen]) keepBreaks(before, after, places);
  const follow: FollowOffset = (offset, side) => {
    const place = seen[side === 1 ? offset : offset - 1] ?? -1;
    if (place === -1) return null;
    return side === 1 ? place : place + 1;
  };
  return { before, after, truth, follow };
}

function keepBreaks(before: string, after: string, places: Int32Array): void {
  for (let at = before.indexOf("\n"); at !== -1; at = before.indexOf("\n", at + 1)) {
    const [left, right] = [places[at - 1] ?? -1, places[at + 1] ?? -1];
    const isKept = left !== -1 && right === left + 2 && after[left + 1] === "\n";
    if (isKept) places[at] = left + 1;
  }
}
