import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";

import { usePreference } from "@/components/preferences/preferences-provider";
import { toast } from "@/components/ui/toast";
import { blockAt } from "@/lib/anchoring";
import { paintHighlight } from "./css-highlight";
import { useReader } from "./reader-context";
import { createSpeechPlayer, type SpeechState } from "./speech-player";
import type { TextSurface } from "./text-surface";

const SILENT: SpeechState = { status: "stopped", paragraph: 0 };

/** Reading the text aloud; null where the browser cannot, or has not taken the text over yet. */
export function useSpeech() {
  const t = useTranslations("reader.speech");
  const { surface, assignment } = useReader();
  const percent = usePreference(({ speechRate }) => speechRate);
  const canSpeak = useSyncExternalStore(neverChanges, hasSpeech, () => false);
  const [state, setState] = useState(SILENT);
  const rate = useRef(percent / 100);
  const { language } = assignment.reading;

  const player = useMemo(() => {
    if (!surface || !canSpeak) return null;
    return createSpeechPlayer({
      synthesis: window.speechSynthesis,
      paragraphs: surface.blocks.map(({ from, to }) => surface.text.slice(from, to)),
      language,
      rate: rate.current,
      onChange: setState,
      onFail: () => toast(t("failed"), { isUrgent: true }),
    });
  }, [surface, canSpeak, language, t]);

  useEffect(() => {
    rate.current = percent / 100;
    player?.setRate(rate.current);
  }, [player, percent]);

  useEffect(() => {
    if (!player) return;
    // A page that goes takes its voice with it.
    window.addEventListener("pagehide", player.stop);
    return () => {
      window.removeEventListener("pagehide", player.stop);
      player.stop();
    };
  }, [player]);

  useFollowed(surface, state);

  if (!player || !surface) return null;
  return {
    ...player,
    state,
    /** Begins at the selection, or else with what is on the screen. */
    start(): void {
      const selected = surface.selected();
      player.readFrom(selected ? blockAt(surface.blocks, selected.start) : surface.firstInView());
    },
  };
}

/** Marks the paragraph that is read, and keeps it in view unless the reader has scrolled away. */
function useFollowed(surface: TextSurface | null, { status, paragraph }: SpeechState): void {
  const last = useRef<number | null>(null);
  const isSpeaking = status !== "stopped";

  useEffect(() => {
    const block = surface?.blocks[paragraph];
    if (!surface || !block || !isSpeaking) {
      last.current = null;
      return;
    }
    const draw = () => paintHighlight("postil-spoken", [surface.rangeOf(block.from, block.to)]);
    draw();
    const before = last.current === null ? undefined : surface.blocks[last.current];
    const isFollowed = !before || isOnScreen(surface, before.from, before.to);
    if (isFollowed) surface.scrollTo(block.from);
    last.current = paragraph;
    const stop = surface.onPaint(draw);
    return () => {
      stop();
      paintHighlight("postil-spoken", []);
    };
  }, [surface, paragraph, isSpeaking]);
}

function isOnScreen(surface: TextSurface, from: number, to: number): boolean {
  return surface.topOf(from) < window.innerHeight && surface.topOf(to) > 0;
}

function hasSpeech(): boolean {
  return "speechSynthesis" in window && "SpeechSynthesisUtterance" in window;
}

/** Whether a browser can speak is known from the beginning. */
function neverChanges(): () => void {
  return () => undefined;
}
