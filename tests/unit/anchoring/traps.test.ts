import { describe, expect, test } from "vitest";

import { mapAnchors } from "@/lib/anchoring/map-anchors";
import { anchorOf } from "./texts";

/** A passage of `before`, and what it is in `after`: its state, and the words when it was found. */
function follow(before: string, after: string, quote: string, nth?: number) {
  const [mapped] = mapAnchors(before, after, [anchorOf(before, quote, nth)]);
  const { state, start, end } = mapped!;
  return state === "DETACHED" ? [state] : [state, after.slice(start, end), start];
}

const ROBIN =
  "Robin went to the wood. Little John stayed behind with the others and mended his bow.";
const MACHINES = "The machines hummed all night. Nobody in the village had slept since they came.";
const SONG = [
  "The river runs down to the sea, and the boats go after it.",
  "And so we sing, and so we row.",
  "The winter comes with ice and wind, and the boats lie on the shore.",
  "And so we sing, and so we row.",
  "The spring returns, the ice is gone, and the boats are out once more.",
  "And so we sing, and so we row.",
];
const lines = (...parts: string[]) => parts.join("\n");

describe("a short quote", () => {
  test("stays where the words around it stay", () => {
    const after = `Once upon a time, ${ROBIN}`;
    expect(follow(ROBIN, after, "Robin")).toEqual(["MOVED", "Robin", 18]);
  });

  test("is not taken from another sentence when its own is gone", () => {
    const after = "Little John stayed behind with the others. Then Robin came home late.";
    expect(follow(ROBIN, after, "Robin")).toEqual(["DETACHED"]);
  });

  test("is not found in the middle of another word", () => {
    const before = `Linus looked up. ${MACHINES}`;
    expect(follow(before, "Machinulinusness is no word. Nothing else is left.", "Linus")).toEqual([
      "DETACHED",
    ]);
    expect(follow("He marked chines on the map.", MACHINES, "chines")).toEqual(["DETACHED"]);
  });

  test("inside a word is found inside the word", () => {
    expect(follow(MACHINES, `Look! ${MACHINES}`, "chines")).toEqual(["MOVED", "chines", 12]);
  });
});

describe("lines that repeat", () => {
  test("keep their own notes while the order decides", () => {
    const after = lines("A new first line.", ...SONG);
    for (const nth of [1, 2, 3]) {
      const start = anchorOf(after, SONG[1]!, nth).start;
      expect(follow(lines(...SONG), after, SONG[1]!, nth)).toEqual(["MOVED", SONG[1], start]);
    }
  });

  test("lose the notes of those of which one cannot say whether they went", () => {
    const after = lines(...SONG.slice(0, 2), ...SONG.slice(4));
    expect(follow(lines(...SONG), after, SONG[1]!, 1)).toEqual(["DETACHED"]);
    expect(follow(lines(...SONG), after, SONG[1]!, 2)).toEqual(["DETACHED"]);
    expect(follow(lines(...SONG), after, SONG[1]!, 3)[0]).toBe("MOVED");
  });

  test("are detached when one of a few equal lines went", () => {
    const before = lines("Row, row, row your boat.", "Row, row, row your boat.", "Gently.");
    const after = lines("Row, row, row your boat.", "Gently.");
    expect(follow(before, after, "Row, row, row your boat.", 1)).toEqual(["DETACHED"]);
    expect(follow(before, after, "Row, row, row your boat.", 2)).toEqual(["DETACHED"]);
    expect(follow(before, after, "Gently.")[0]).toBe("MOVED");
  });

  test("within a line are detached when one of them went", () => {
    const before = "She sang la la la to him, and then she went home.";
    const after = "She sang la la to him, and then she went home.";
    for (const nth of [1, 2, 3]) expect(follow(before, after, "la", nth)).toEqual(["DETACHED"]);
    expect(follow(before, after, "home")[0]).toBe("MOVED");
  });

  test("a copy of a passage elsewhere does not draw its note away", () => {
    const after = lines(...SONG, SONG[0]!);
    expect(follow(lines(...SONG), after, SONG[0]!)).toEqual(["EXACT", SONG[0], 0]);
  });
});

describe("cut and paste", () => {
  test("takes the notes of a paragraph along", () => {
    const after = lines(...SONG.slice(1), SONG[0]!);
    expect(follow(lines(...SONG), after, "down to the sea")).toEqual([
      "MOVED",
      "down to the sea",
      after.indexOf("down to the sea"),
    ]);
  });

  test("takes the notes of a sentence along into another paragraph", () => {
    const sentence = "The salt was worth more than the silver in those days.";
    const first = `The caravans came in spring. ${sentence} Nobody asked who had sent them.`;
    const second = "The market stood by the gate. It was loud there, and full of dust.";
    const after = lines(first.replace(` ${sentence}`, ""), `${second} ${sentence}`);
    const start = after.indexOf(sentence);
    expect(follow(lines(first, second), after, sentence)).toEqual(["MOVED", sentence, start]);
  });

  test("pasted twice, the note is detached", () => {
    const sentence = "The salt was worth more than the silver in those days.";
    const before = lines(`${sentence} Nobody asked.`, "The market.", "The gate.");
    const after = lines("Nobody asked.", `The market. ${sentence}`, `The gate. ${sentence}`);
    expect(follow(before, after, sentence)).toEqual(["DETACHED"]);
  });
});

describe("paragraphs", () => {
  const [first, second] = [
    "The machines hummed all night, and nobody slept.",
    "In the morning they were gone without a trace.",
  ];
  const apart = lines(first, second);
  const together = `${first} ${second}`;

  test("joined keep the notes of both", () => {
    expect(follow(apart, together, "hummed all night")).toEqual([
      "EXACT",
      "hummed all night",
      first.indexOf("hummed"),
    ]);
    expect(follow(apart, together, "without a trace")[0]).toBe("EXACT");
  });

  test("split keep the notes of both", () => {
    expect(follow(together, apart, "without a trace")[0]).toBe("EXACT");
  });

  test("joined, a note over the gap is changed by a space", () => {
    expect(follow(apart, together, "nobody slept.\nIn the morning")).toEqual([
      "CHANGED",
      "nobody slept. In the morning",
      first.indexOf("nobody"),
    ]);
  });
});

describe("a text that goes", () => {
  test("leaves its notes detached", () => {
    expect(follow(ROBIN, "", "Little John")).toEqual(["DETACHED"]);
    expect(follow(ROBIN, MACHINES, "Little John stayed behind")).toEqual(["DETACHED"]);
  });

  test("gives them back when it comes back", () => {
    const anchor = anchorOf(ROBIN, "Little John stayed behind with the others");
    const [gone] = mapAnchors(ROBIN, MACHINES, [anchor]);
    const [back] = mapAnchors(MACHINES, ROBIN, [{ ...anchor, ...gone! }]);
    expect(back).toMatchObject({ state: "MOVED", start: anchor.start, end: anchor.end });
  });
});

describe("the same to a reader, other in its characters", () => {
  const french =
    "L\u2019\u00E9t\u00E9 \u00E9tait d\u00E9j\u00E0 l\u00E0. Il fallait rentrer le bl\u00E9 avant les orages.";

  test("decomposed letters are found, as changed", () => {
    const after = french.normalize("NFD");
    const quote = "d\u00E9j\u00E0 l\u00E0";
    expect(follow(french, after, quote).slice(0, 2)).toEqual(["CHANGED", quote.normalize("NFD")]);
    expect(follow(french, after, "avant les orages")[0]).toBe("MOVED");
  });

  test("straight quotation marks are found, as changed", () => {
    const curly = "She said \u201Cnever\u201D and didn\u2019t come back until the winter was over.";
    const straight = curly.replace(/[\u201C\u201D]/g, '"').replace("\u2019", "'");
    expect(follow(curly, straight, "didn\u2019t come back").slice(0, 2)).toEqual([
      "CHANGED",
      "didn't come back",
    ]);
    expect(follow(curly, straight, "until the winter")[0]).toBe("EXACT");
  });
});

describe("what is written otherwise", () => {
  const class_ =
    "The class \u{1F469}\u200D\u{1F3EB} met at noon \u{1F600} and read the poem aloud.";

  test("emoji stay whole", () => {
    const after = class_.replace("\u{1F600}", "\u{1F603}");
    expect(follow(class_, after, "met at noon \u{1F600} and read")).toEqual([
      "CHANGED",
      "met at noon \u{1F603} and read",
      class_.indexOf("met"),
    ]);
    expect(follow(class_, `Then t${class_.slice(1)}`, "\u{1F469}\u200D\u{1F3EB} met")[0]).toBe(
      "MOVED",
    );
  });

  test("right-to-left text is followed like any other", () => {
    const hebrew =
      "\u05D1\u05E8\u05D0\u05E9\u05D9\u05EA \u05D1\u05E8\u05D0 \u05D0\u05DC\u05D4\u05D9\u05DD \u05D0\u05EA \u05D4\u05E9\u05DE\u05D9\u05DD \u05D5\u05D0\u05EA \u05D4\u05D0\u05E8\u05E5";
    const quote = "\u05D0\u05EA \u05D4\u05E9\u05DE\u05D9\u05DD";
    const after = hebrew.replace("\u05D1\u05E8\u05D0\u05E9\u05D9\u05EA", "\u05D5\u05D0\u05D6");
    expect(follow(hebrew, after, quote).slice(0, 2)).toEqual(["MOVED", quote]);
  });

  test("words without spaces between them are told apart", () => {
    const before =
      "\u5B78\u800C\u6642\u7FD2\u4E4B\uFF0C\u4E0D\u4EA6\u8AAA\u4E4E\uFF1F\u6709\u670B\u81EA\u9060\u65B9\u4F86\uFF0C\u4E0D\u4EA6\u6A02\u4E4E\uFF1F\u4EBA\u4E0D\u77E5\u800C\u4E0D\u614D\uFF0C\u4E0D\u4EA6\u541B\u5B50\u4E4E\uFF1F";
    const after = before.replace(
      "\u5B78\u800C\u6642\u7FD2\u4E4B",
      "\u5B50\u66F0\u5B78\u800C\u6642\u7FD2",
    );
    expect(follow(before, after, "\u6709\u670B\u81EA\u9060\u65B9\u4F86")[1]).toBe(
      "\u6709\u670B\u81EA\u9060\u65B9\u4F86",
    );
  });
});

describe("a passage that was edited", () => {
  test("shows what stands in its place while half of it is left", () => {
    const before = "It was the quick brown fox that jumped over the dog.";
    const after = before.replace("fox", "wolf");
    expect(follow(before, after, "quick brown fox")).toEqual(["CHANGED", "quick brown wolf", 11]);
  });

  test("shows the other spelling of its only word", () => {
    const before = "The organisation of the whole is what matters to us here.";
    const after = before.replace("organisation", "organization");
    expect(follow(before, after, "organisation")).toEqual(["CHANGED", "organization", 4]);
  });

  test("is gone when less than half of it is left", () => {
    const before = "It was the quick brown fox that jumped over the dog.";
    const after = before.replace("the quick brown fox that jumped", "the cat");
    expect(follow(before, after, "the quick brown fox that jumped")).toEqual(["DETACHED"]);
  });

  test("becomes itself again when it is mended", () => {
    const before = "It was the quick brown fox that jumped over the dog.";
    const after = before.replace("fox", "wolf");
    const anchor = anchorOf(before, "quick brown fox");
    const [changed] = mapAnchors(before, after, [anchor]);
    const [mended] = mapAnchors(after, before, [{ ...anchor, ...changed! }]);
    expect(mended).toEqual({ id: anchor.id, start: 11, end: 26, state: "EXACT" });
  });

  test("stays changed while only other passages are edited", () => {
    const before = "It was the quick brown fox that jumped over the dog.";
    const after = before.replace("fox", "wolf");
    const anchor = anchorOf(before, "quick brown fox");
    const [changed] = mapAnchors(before, after, [anchor]);
    const [again] = mapAnchors(after, `So i${after.slice(1)}`, [{ ...anchor, ...changed! }]);
    expect(again).toMatchObject({ start: 14, end: 30, state: "CHANGED" });
  });

  test("is shown with a rewritten middle that is longer than it was", () => {
    const [head, tail] = ["Nobody in the village", "since the day on which they came to us"];
    const before = `The machines hummed. ${head} had slept ${tail}. So it was told.`;
    const middle = "could so much as remember a night of quiet or of sleep";
    const after = before.replace("had slept", middle);
    const quote = `${head} had slept ${tail}`;
    expect(follow(before, after, quote)).toEqual([
      "CHANGED",
      quote.replace("had slept", middle),
      21,
    ]);
  });

  test("keeps its place by the half that is left, and keeps it when others are edited", () => {
    const [head, tail] = ["Nobody in the village", "since the day on which they came"];
    const before = `The machines hummed. ${head} had slept at all ${tail}. So it was told.`;
    const middle = "could remember a quiet night, or would have said";
    const after = before.replace("had slept at all", middle);
    const anchor = anchorOf(before, `${head} had slept at all ${tail}`);
    const [changed] = mapAnchors(before, after, [anchor]);
    expect(changed).toMatchObject({ state: "CHANGED", start: 21 });
    const [again] = mapAnchors(after, `Well. ${after}`, [{ ...anchor, ...changed! }]);
    expect(again).toMatchObject({ state: "CHANGED", start: 27 });
    expect(again!.end - again!.start).toBe(changed!.end - changed!.start);
  });
});

describe("a passage that was cut apart", () => {
  const PARTED =
    "It had rained for a week. Nobody in the village had slept since the machines came.";
  const SQUARE = "By noon the square was full of people, and what did they say?";
  const REST = lines("The mill stood still.", SQUARE);

  test("keeps what is left around a sentence that was moved away", () => {
    const [a, b, c] = [
      "The first of them came in the autumn of that year.",
      "It had wheels of brass.",
      "We heard it long before anybody saw it on the road.",
    ];
    const before = lines(`${a} ${b} ${c}`, REST);
    const after = lines(`${a} ${c}`, `${REST} ${b}`);
    expect(follow(before, after, `${a} ${b} ${c}`)).toEqual(["CHANGED", `${a} ${c}`, 0]);
  });

  test("goes with the part that is most of it, into another paragraph", () => {
    const moved = "Nobody in the village had slept since the machines came.";
    const before = lines(PARTED, REST);
    const after = lines("It had rained for a week.", `${REST} ${moved}`);
    const quote = `a week. ${moved}`;
    expect(follow(before, after, quote)).toEqual(["CHANGED", moved, after.indexOf(moved)]);
  });

  test("goes with it when it was edited there too", () => {
    const before = lines(PARTED, REST);
    const edited = "Nobody in the village had slept a wink since the machines came.";
    const after = lines("It had rained for a week.", `${REST} ${edited}`);
    const quote = "a week. Nobody in the village had slept since the machines came.";
    expect(follow(before, after, quote)).toEqual(["CHANGED", edited, after.indexOf(edited)]);
  });

  test("does not follow words that were there twice", () => {
    const twice = "Nobody in the village had slept since the machines came.";
    const before = lines(PARTED, REST, `As they say: ${twice}`);
    const after = lines("It had rained.", REST, `They say it still. ${twice}`);
    expect(follow(before, after, `a week. ${twice}`)).toEqual(["DETACHED"]);
  });

  test("is gone when its words stand in two places now", () => {
    const moved = "Nobody in the village had slept since the machines came.";
    const before = lines(PARTED, REST);
    const after = lines(
      "It rained.",
      "The mill stood still.",
      `Hear: ${moved}`,
      SQUARE,
      `So! ${moved}`,
    );
    expect(follow(before, after, `rained for a week. ${moved}`)).toEqual(["DETACHED"]);
  });
});
