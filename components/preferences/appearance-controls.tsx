"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { Slider } from "@/components/ui/slider";
import { FONTS, SCALES, THEMES, USUAL } from "@/lib/preferences/schema";
import { useChangePreferences, usePreference } from "./preferences-provider";

const { theme, font, textSize, lineHeight, measure } = USUAL;

/** How a reading is set, and in which colours everything is shown. */
export function AppearanceControls() {
  const t = useTranslations("appearance");
  const change = useChangePreferences();
  const chosen = usePreference((preferences) => preferences);
  const [resets, setResets] = useState(0);

  function reset(): void {
    change({ theme, font, textSize, lineHeight, measure });
    setResets(resets + 1);
  }

  return (
    <div className="space-y-4">
      <Choices
        label={t("theme")}
        value={chosen.theme}
        options={THEMES.map((value) => ({
          value,
          children: (
            <>
              <span aria-hidden="true" className="theme-swatch" data-swatch={value} />
              {t(`themes.${value}`)}
            </>
          ),
        }))}
        onChoose={(value) => change({ theme: value })}
      />
      <Choices
        label={t("font")}
        value={chosen.font}
        options={FONTS.map((value) => ({ value, children: t(`fonts.${value}`) }))}
        onChoose={(value) => change({ font: value })}
      />
      <div className="space-y-2">
        <Slider
          label={t("textSize")}
          value={chosen.textSize}
          shown={t("percent", { value: chosen.textSize / 100 })}
          {...SCALES.textSize}
          onChange={(value) => change({ textSize: value })}
        />
        <Slider
          label={t("lineHeight")}
          value={chosen.lineHeight}
          shown={t("times", { value: chosen.lineHeight / 100 })}
          {...SCALES.lineHeight}
          onChange={(value) => change({ lineHeight: value })}
        />
        <Slider
          label={t("measure")}
          value={chosen.measure}
          shown={t("characters", { value: chosen.measure })}
          {...SCALES.measure}
          onChange={(value) => change({ measure: value })}
        />
      </div>
      <div>
        <Button size="sm" onClick={reset}>
          {t("reset")}
        </Button>
        <span role="status" className="sr-only">
          {resets > 0 && <span key={resets}>{t("isReset")}</span>}
        </span>
      </div>
    </div>
  );
}
