import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { createSpeechPlayer, type SpeechState } from "@/components/reader/speech-player";

/** What the browser makes of words that are to be spoken. */
class Utterance {
  lang = "";
  rate = 1;
  voice: { lang: string } | null = null;
  onend: (() => void) | null = null;
  onerror: ((event: { error: string }) => void) | null = null;
  constructor(readonly text: string) {}
}

const voices = [
  { lang: "en-US", default: true },
  { lang: "fr_CA", default: false },
  { lang: "fr-FR", default: false },
];

let spoken: Utterance[];
let states: SpeechState[];
let onFail: ReturnType<typeof vi.fn<() => void>>;

beforeEach(() => {
  vi.stubGlobal("SpeechSynthesisUtterance", Utterance);
  spoken = [];
  states = [];
  onFail = vi.fn<() => void>();
});

afterEach(() => vi.unstubAllGlobals());

function player(paragraphs: string[], language = "en") {
  const synthesis = {
    speak: (utterance: unknown) => void spoken.push(utterance as Utterance),
    // As browsers do: what is cut off reports its end.
    cancel: () => spoken.at(-1)?.onerror?.({ error: "interrupted" }),
    getVoices: () => voices as SpeechSynthesisVoice[],
  };
  const onChange = (state: SpeechState) => void states.push(state);
  return createSpeechPlayer({ synthesis, paragraphs, language, rate: 1, onChange, onFail });
}

/** The browser has spoken the last words it was given. */
const finish = () => spoken.at(-1)?.onend?.();
const words = () => spoken.map(({ text }) => text);

describe("a text that is read aloud", () => {
  test("is spoken sentence by sentence, through all its paragraphs, and ends", () => {
    player(["One. Two.", "Three."]).readFrom(0);
    finish();
    finish();
    expect(words()).toEqual(["One.", "Two.", "Three."]);
    expect(states.at(-1)).toEqual({ status: "playing", paragraph: 1 });
    finish();
    expect(states.at(-1)).toEqual({ status: "stopped", paragraph: 0 });
  });

  test("is spoken without images and numbers of footnotes", () => {
    player(["A fox\uFFFC jumps\uFFFCover.", "\uFFFC", "", "\uFFFC\uFFFC", "A dog."]).readFrom(0);
    finish();
    expect(words()).toEqual(["A fox jumps over.", "A dog."]);
    expect(states.at(-1)?.paragraph).toBe(4);
  });

  test("pauses, and goes on with the sentence that it broke off", () => {
    const speech = player(["One. Two.", "Three."]);
    speech.readFrom(0);
    finish();
    speech.pause();
    expect(states.at(-1)).toEqual({ status: "paused", paragraph: 0 });
    // A late report of what was broken off moves nothing.
    finish();
    expect(words()).toEqual(["One.", "Two."]);
    speech.resume();
    expect(words()).toEqual(["One.", "Two.", "Two."]);
    finish();
    expect(states.at(-1)).toEqual({ status: "playing", paragraph: 1 });
  });

  test("steps over what has no words, and no further than its ends", () => {
    const speech = player(["One. Two.", "\uFFFC", "Three."]);
    speech.readFrom(0);
    speech.step(-1);
    speech.step(1);
    speech.step(1);
    expect(words()).toEqual(["One.", "Three."]);
    speech.step(-1);
    expect(words().at(-1)).toBe("One.");
  });

  test("is faster from the present sentence on", () => {
    const speech = player(["One. Two."]);
    speech.readFrom(0);
    finish();
    speech.setRate(1.5);
    expect(words()).toEqual(["One.", "Two.", "Two."]);
    expect(spoken.map(({ rate }) => rate)).toEqual([1, 1, 1.5]);
  });

  test("keeps a changed speed for later while it is silent", () => {
    const speech = player(["One."]);
    speech.setRate(2);
    expect(spoken).toEqual([]);
    speech.readFrom(0);
    expect(spoken[0]?.rate).toBe(2);
  });

  test("stops, and says so, when the browser cannot speak", () => {
    player(["One. Two."]).readFrom(0);
    spoken.at(-1)?.onerror?.({ error: "synthesis-failed" });
    expect(states.at(-1)?.status).toBe("stopped");
    expect(onFail).toHaveBeenCalledOnce();
    expect(words()).toEqual(["One."]);
  });
});

test.each([
  ["fr", "fr_CA"],
  ["fr-FR", "fr-FR"],
  ["fr-CH", "fr_CA"],
  ["en-GB", "en-US"],
  ["de", undefined],
  ["", undefined],
])("a text in %j is spoken by the voice %j", (language, voice) => {
  player(["Mots."], language).readFrom(0);
  expect(spoken[0]?.voice?.lang).toBe(voice);
  expect(spoken[0]?.lang).toBe(language);
});
