import { describeRange, type MappedAnchor, type StoredAnchor, trimRange } from "@/lib/anchoring";
import { mapAnchors } from "@/lib/anchoring/map-anchors";
import { beside, medianOf, type Row } from "../support/row";
import { type Edit, revise } from "./edit";
import { Writer } from "./text";

const SIZE = 1_000_000;
const COUNT = 10_000;
const SHARES = [0.01, 0.05, 0.2];
const SEEDS = [1, 2, 3, 4, 5];

/** The suite `anchoring`: mapping anchors over edits, beside looking for each quote in the new text. */
export async function anchoring(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const share of SHARES) {
    const scenes = SEEDS.map((seed) => makeScene(seed, share));
    const run = `1 MB, ${COUNT.toLocaleString("en")}, edit ${share * 100} %`;
    const search = measure(scenes, ({ edit, anchors }) => searchQuotes(edit.after, anchors));
    rows.push(...rowsOf(`${run}, quote search`, search));
    for (const [name, isSeen] of [
      ["", false],
      [", with steps", true],
    ] as const) {
      const mapped = measure(scenes, ({ edit, anchors }) =>
        mapAnchors(edit.before, edit.after, anchors, isSeen ? edit.follow : undefined),
      );
      rows.push(...rowsOf(`${run}${name}`, mapped, search));
    }
  }
  const wrong = rows.filter(({ name, value }) => /: wrong$/.test(name) && value > 0);
  const ours = wrong.filter(({ name }) => !name.includes("quote search"));
  if (ours.length > 0) console.error(`\nWRONG PLACES: ${ours.map(({ name }) => name).join("; ")}`);
  return rows;
}

interface Scene {
  edit: Edit;
  anchors: StoredAnchor[];
}

function makeScene(seed: number, share: number): Scene {
  const writer = new Writer(seed);
  const edit = revise(writer.book(SIZE), share, writer);
  return { edit, anchors: annotate(edit.before, writer) };
}

/** Passages as people mark them: mostly a phrase, some a word, some several paragraphs. */
function annotate(text: string, writer: Writer): StoredAnchor[] {
  const anchors: StoredAnchor[] = [];
  while (anchors.length < COUNT) {
    const kind = writer.random();
    const size =
      kind < 0.1 ? 6 : kind < 0.95 ? 10 + writer.random() * 140 : 300 + writer.random() * 1_200;
    const at = Math.floor(writer.random() * (text.length - size));
    // Nine in ten select whole words, as a double click and the keyboard do.
    const isWhole = writer.random() < 0.9;
    const start = isWhole ? text.indexOf(" ", at) : at;
    const end = isWhole ? text.indexOf(" ", Math.floor(start + size)) : Math.floor(start + size);
    const range = trimRange(text, start, end);
    if (start < 0 || !range) continue;
    const described = describeRange(text, range.start, range.end);
    anchors.push({ id: String(anchors.length), state: "EXACT", ...described });
  }
  return anchors;
}

/** The plain way: the nearest place where the quote stands. */
function searchQuotes(after: string, anchors: readonly StoredAnchor[]): MappedAnchor[] {
  return anchors.map(({ id, start, quote }) => {
    const next = after.indexOf(quote, start);
    const last = after.lastIndexOf(quote, start);
    const isNext = next !== -1 && (last === -1 || next - start <= start - last);
    const at = isNext ? next : last;
    if (at === -1) return { id, start: 0, end: 0, state: "DETACHED" };
    return { id, start: at, end: at + quote.length, state: at === start ? "EXACT" : "MOVED" };
  });
}

interface Outcome {
  time: number;
  untouched: Share;
  touched: Share;
  wrong: number;
  /** Passages of which nothing or next to nothing is left, and that were claimed anywhere. */
  falseClaims: number;
  gone: number;
}

interface Share {
  right: number;
  all: number;
}

function measure(
  scenes: readonly Scene[],
  map: (scene: Scene) => readonly MappedAnchor[],
): Outcome {
  const times: number[] = [];
  const outcome: Outcome = {
    ...{ time: 0, wrong: 0, falseClaims: 0, gone: 0 },
    untouched: { right: 0, all: 0 },
    touched: { right: 0, all: 0 },
  };
  for (const scene of scenes) {
    const begun = performance.now();
    const mapped = map(scene);
    times.push(performance.now() - begun);
    for (const [index, anchor] of scene.anchors.entries()) {
      judge(scene.edit, anchor, mapped[index]!, outcome);
    }
  }
  return { ...outcome, time: medianOf(times) };
}

function judge(edit: Edit, anchor: StoredAnchor, now: MappedAnchor, outcome: Outcome): void {
  const { left, isWhole, first } = whatIsLeft(edit, anchor);
  const claimed = now.state !== "DETACHED";
  const covered = claimed ? left.filter((at) => at >= now.start && at < now.end).length : 0;
  const isRight = isWhole ? now.start === first : covered * 2 > left.length;
  if (now.state === "EXACT" || now.state === "MOVED") {
    const isQuote = edit.after.slice(now.start, now.end) === anchor.quote;
    if (!isQuote || !isRight) outcome.wrong++;
  }
  if (isWhole) {
    outcome.untouched.all++;
    if (isRight && claimed && now.state !== "CHANGED") outcome.untouched.right++;
  } else if (left.length * 2 >= anchor.quote.length) {
    outcome.touched.all++;
    if (isRight) outcome.touched.right++;
  } else if (left.length * 10 < anchor.quote.length) {
    outcome.gone++;
    if (claimed) outcome.falseClaims++;
  }
}

/** Where the units of a passage really are now, and whether it is whole. */
function whatIsLeft({ truth }: Edit, { start, end }: StoredAnchor) {
  const left = [...truth.subarray(start, end)].filter((at) => at !== -1);
  const first = truth[start]!;
  const isWhole = left.length === end - start && left.every((at, index) => at === first + index);
  return { left, isWhole, first };
}

/** An outcome as rows, beside that of the plain search. */
function rowsOf(run: string, outcome: Outcome, baseline?: Outcome): Row[] {
  const figures = (of: Outcome): [string, number, string][] => [
    ["time", of.time, "ms"],
    ["recall, untouched", (100 * of.untouched.right) / of.untouched.all, "%"],
    ["recall, touched", (100 * of.touched.right) / of.touched.all, "%"],
    ["wrong", of.wrong, "anchors"],
    [`false claims on ${of.gone} deleted`, of.falseClaims, "anchors"],
  ];
  const others = baseline && figures(baseline);
  return figures(outcome).map(([name, value, unit], index) => {
    const other = others?.[index]?.[1];
    const row: Row = { name: `${run}: ${name}`, value, unit };
    return other ? beside({ name, value: other, unit }, row.name, value) : row;
  });
}
