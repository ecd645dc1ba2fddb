"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";

import { useChangePreferences, usePreference } from "@/components/preferences/preferences-provider";
import { Section } from "@/components/shell/section";
import { BareSelect } from "@/components/ui/select";
import { ANNOUNCEMENTS } from "@/lib/preferences/schema";

/** How the reading page behaves. */
export function ReadingSection() {
  const t = useTranslations("settings");
  return (
    <Section title={t("reading")}>
      <div className="mt-5 max-w-prose space-y-6 text-sm">
        <Switch name="shortcuts" label={t("shortcuts")} hint={t("shortcutsHint")} />
        <Switch name="showPresence" label={t("presence")} hint={t("presenceHint")} />
        <HighlightAnnouncements />
      </div>
    </Section>
  );
}

function Switch({ name, label, hint }: SwitchProps) {
  const id = useId();
  const isOn = usePreference((preferences) => preferences[name]);
  const change = useChangePreferences();
  return (
    <div className="flex gap-3">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => change({ [name]: target.checked })}
        aria-describedby={`${id}-hint`}
        className="mt-0.5 size-4.5 shrink-0"
      />
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p id={`${id}-hint`} className="mt-0.5 text-xs text-soft">
          {hint}
        </p>
      </div>
    </div>
  );
}

interface SwitchProps {
  name: "shortcuts" | "showPresence";
  label: string;
  hint: string;
}

function HighlightAnnouncements() {
  const t = useTranslations("settings");
  const id = useId();
  const chosen = usePreference((preferences) => preferences.highlightAnnouncements);
  const change = useChangePreferences();
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        {t("announcements.name")}
      </label>
      <p id={`${id}-hint`} className="mt-0.5 mb-2 text-xs text-soft">
        {t("announcements.hint")}
      </p>
      <BareSelect
        id={id}
        value={chosen}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          const level = ANNOUNCEMENTS.find((each) => each === target.value);
          if (level) change({ highlightAnnouncements: level });
        }}
      >
        {ANNOUNCEMENTS.map((level) => (
          <option key={level} value={level}>
            {t(`announcements.${level}`)}
          </option>
        ))}
      </BareSelect>
    </div>
  );
}
