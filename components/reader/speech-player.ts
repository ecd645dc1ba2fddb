import { segmentText } from "@/lib/anchoring";

/** What the player needs of `window.speechSynthesis`. */
export type Synthesis = Pick<SpeechSynthesis, "speak" | "cancel" | "getVoices">;

export interface SpeechState {
  status: "stopped" | "playing" | "paused";
  /** The paragraph that is read, or will be. */
  paragraph: number;
}

interface SpeechOptions {
  synthesis: Synthesis;
  /** The text by paragraphs, as it is written. */
  paragraphs: readonly string[];
  /** The language of the text, which chooses the voice; empty when unknown. */
  language: string;
  /** The speed of speech, 1 as usual. */
  rate: number;
  onChange(state: SpeechState): void;
  /** The browser could not speak. */
  onFail(): void;
}

/** Of these, nothing went wrong: we did it ourselves. */
const OUR_OWN = new Set(["canceled", "interrupted"]);

/**
 * Reads paragraphs aloud, one after the other.
 *
 * Spoken sentence by sentence, because browsers break off long utterances and some cannot pause
 * one: a pause ends the sentence, and going on begins it again.
 */
export function createSpeechPlayer(options: SpeechOptions) {
  const { synthesis, paragraphs, language } = options;
  let { rate } = options;
  let state: SpeechState = { status: "stopped", paragraph: 0 };
  let sentence = 0;
  /** Counts the beginnings: what an utterance of an earlier one reports is no news. */
  let turn = 0;

  function become(next: SpeechState): void {
    state = next;
    options.onChange(state);
  }

  function quiet(): void {
    turn += 1;
    synthesis.cancel();
  }

  /** Speaks from here on: the next sentence that there is, in this paragraph or a later one. */
  function speak(): void {
    let { paragraph } = state;
    let sentences = spokenSentences(paragraphs[paragraph] ?? "", language);
    while (sentence >= sentences.length) {
      paragraph += 1;
      sentence = 0;
      if (paragraph >= paragraphs.length) {
        become({ status: "stopped", paragraph: 0 });
        return;
      }
      sentences = spokenSentences(paragraphs[paragraph]!, language);
    }
    if (paragraph !== state.paragraph || state.status !== "playing") {
      become({ status: "playing", paragraph });
    }
    utter(sentences[sentence]!);
  }

  function utter(words: string): void {
    const now = turn;
    const utterance = new SpeechSynthesisUtterance(words);
    const voice = voiceFor(synthesis.getVoices(), language);
    if (language) utterance.lang = language;
    if (voice) utterance.voice = voice;
    utterance.rate = rate;
    utterance.onend = () => {
      if (now !== turn) return;
      sentence += 1;
      speak();
    };
    utterance.onerror = ({ error }) => {
      if (now !== turn || OUR_OWN.has(error)) return;
      stop();
      options.onFail();
    };
    synthesis.speak(utterance);
  }

  function readFrom(paragraph: number): void {
    quiet();
    sentence = 0;
    become({ status: "playing", paragraph });
    speak();
  }

  function stop(): void {
    quiet();
    if (state.status !== "stopped") become({ ...state, status: "stopped" });
  }

  return {
    readFrom,
    stop,
    pause(): void {
      if (state.status !== "playing") return;
      quiet();
      become({ ...state, status: "paused" });
    },
    resume(): void {
      if (state.status !== "paused") return;
      quiet();
      speak();
    },
    /** To the next or previous paragraph that has words; past an end, nothing happens. */
    step(by: 1 | -1): void {
      let paragraph = state.paragraph + by;
      const isSilent = () => spokenSentences(paragraphs[paragraph]!, language).length === 0;
      while (paragraph >= 0 && paragraph < paragraphs.length && isSilent()) paragraph += by;
      if (paragraph >= 0 && paragraph < paragraphs.length) readFrom(paragraph);
    },
    /** Heard from the present sentence on. */
    setRate(next: number): void {
      if (next === rate) return;
      rate = next;
      if (state.status !== "playing") return;
      quiet();
      speak();
    },
  };
}

/** Sentences without what is no word: images, line breaks and the numbers of footnotes. */
function spokenSentences(paragraph: string, language: string): string[] {
  return segmentText(paragraph, "sentence", language).flatMap(({ start, end }) => {
    const words = paragraph.slice(start, end).replaceAll("\uFFFC", " ").replace(/\s+/g, " ").trim();
    return words === "" ? [] : [words];
  });
}

/** The voice whose language agrees best: with its region, then without; the browser's own first. */
function voiceFor(voices: SpeechSynthesisVoice[], language: string) {
  const wanted = language.toLowerCase();
  if (!wanted) return undefined;
  const primary = wanted.split("-")[0];
  const tagOf = (voice: SpeechSynthesisVoice) => voice.lang.toLowerCase().replaceAll("_", "-");
  const same = voices.filter((voice) => tagOf(voice) === wanted);
  const related = voices.filter((voice) => tagOf(voice).split("-")[0] === primary);
  return [same, related].flatMap((fit) => fit.find((voice) => voice.default) ?? fit[0] ?? [])[0];
}
