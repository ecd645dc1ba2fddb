"use client";

import { Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";

import { IconButton } from "@/components/ui/icon-button";
import { SpeechBar } from "./speech-bar";
import { useSpeech } from "./use-speech";

/** Has the text read aloud; not there where the browser has no voice. */
export function SpeechButton() {
  const t = useTranslations("reader.speech");
  const speech = useSpeech();
  const button = useRef<HTMLButtonElement>(null);
  if (!speech) return null;
  const isOn = speech.state.status !== "stopped";

  function stop(): void {
    speech?.stop();
    // What stopped it may be gone with the bar.
    button.current?.focus();
  }

  return (
    <>
      <IconButton
        ref={button}
        label={t("name")}
        aria-pressed={isOn}
        onClick={isOn ? stop : speech.start}
        // The selection says where to begin: pressing must not take it away.
        onMouseDown={(event) => event.preventDefault()}
      >
        <Volume2 />
      </IconButton>
      {isOn && <SpeechBar speech={speech} onStop={stop} />}
    </>
  );
}
