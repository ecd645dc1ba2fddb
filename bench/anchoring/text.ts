import { randomNumbers } from "../support/random";

/** A choice among things, evenly. */
export type Choose = <Thing>(things: readonly Thing[]) => Thing;

const SYLLABLES = "ba ce di fo gu ha le mi no pu ra se ti vo wa ye zi thu stra cle".split(" ");

/** The commonest words, as they are in English; the others are made up. */
const COMMON = "the of and to a in that it is was for on with as he be at by his had".split(" ");

/** Different words. An English novel has about so many. */
const VOCABULARY = 8_000;

/** Share of paragraphs that are a refrain or a short line which stands elsewhere too. */
const REFRAINS = 0.03;

/** Writes English-like text: each word about as often as its rank in a vocabulary tells (Zipf 1949). */
export class Writer {
  readonly random: () => number;
  private readonly words: string[];
  private readonly refrains: string[];

  constructor(seed: number) {
    this.random = randomNumbers(seed);
    const made = Array.from({ length: VOCABULARY - COMMON.length }, () =>
      Array.from({ length: 2 + Math.floor(this.random() * 3) }, () => this.choose(SYLLABLES)).join(
        "",
      ),
    );
    this.words = [...COMMON, ...made];
    this.refrains = [
      ...Array.from({ length: 6 }, () => `${this.sentence()} ${this.sentence()}`),
      ...["* * *", "Amen.", "Chorus", "So they said, and so it was."],
    ];
  }

  choose: Choose = (things) => things[Math.floor(this.random() * things.length)]!;

  /** Rank r comes up in proportion to 1 / r: the logarithm of the rank is spread evenly. */
  word(): string {
    return this.words[Math.floor(VOCABULARY ** this.random()) - 1]!;
  }

  sentence(): string {
    const words = Array.from({ length: 6 + Math.floor(this.random() * 16) }, () => this.word());
    const comma = Math.floor(this.random() * words.length * 2);
    const text = words.map((word, at) => (at === comma ? `${word},` : word)).join(" ");
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
  }

  paragraph(): string {
    if (this.random() < REFRAINS) return this.choose(this.refrains);
    return Array.from({ length: 1 + Math.floor(this.random() * 6) }, () => this.sentence()).join(
      " ",
    );
  }

  /** Paragraphs of about so many characters together. */
  book(size: number): string[] {
    const paragraphs: string[] = [];
    for (let length = 0; length < size; ) {
      const paragraph = this.paragraph();
      length += paragraph.length + 1;
      paragraphs.push(paragraph);
    }
    return paragraphs;
  }
}
