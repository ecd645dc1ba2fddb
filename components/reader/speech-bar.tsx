"use client";

import { Pause, Play, SkipBack, SkipForward, X } from "lucide-react";
import { useTranslations } from "next-intl";

import { useChangePreferences, usePreference } from "@/components/preferences/preferences-provider";
import { IconButton } from "@/components/ui/icon-button";
import { BareSelect } from "@/components/ui/select";
import { SCALES } from "@/lib/preferences/schema";
import type { useSpeech } from "./use-speech";

const { least, most, step } = SCALES.speechRate;
const RATES = Array.from({ length: (most - least) / step + 1 }, (_, at) => least + at * step);

/** What a voice is steered with while it reads. */
export function SpeechBar({ speech, onStop }: SpeechBarProps) {
  const t = useTranslations("reader.speech");
  const rate = usePreference(({ speechRate }) => speechRate);
  const change = useChangePreferences();
  const isPlaying = speech.state.status === "playing";
  return (
    <fieldset aria-label={t("name")} data-foot="" className="speech-bar">
      <IconButton label={t("previous")} onClick={() => speech.step(-1)}>
        <SkipBack />
      </IconButton>
      <IconButton
        label={isPlaying ? t("pause") : t("resume")}
        onClick={isPlaying ? speech.pause : speech.resume}
      >
        {isPlaying ? <Pause /> : <Play />}
      </IconButton>
      <IconButton label={t("next")} onClick={() => speech.step(1)}>
        <SkipForward />
      </IconButton>
      <BareSelect
        aria-label={t("rate")}
        value={rate}
        onChange={({ target }) => change({ speechRate: Number(target.value) })}
      >
        {RATES.map((each) => (
          <option key={each} value={each}>
            {t("times", { value: each / 100 })}
          </option>
        ))}
      </BareSelect>
      <IconButton label={t("stop")} onClick={onStop}>
        <X />
      </IconButton>
    </fieldset>
  );
}

interface SpeechBarProps {
  speech: NonNullable<ReturnType<typeof useSpeech>>;
  onStop: () => void;
}
