"use client";

import { Palette } from "lucide-react";
import { useTranslations } from "next-intl";

import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuChoices } from "@/components/ui/menu";
import { THEMES } from "@/lib/preferences/schema";
import { useChangePreferences, usePreference } from "./preferences-provider";

/** The theme alone, for pages without a text. */
export function ThemeMenu() {
  const t = useTranslations("appearance");
  const theme = usePreference((preferences) => preferences.theme);
  const change = useChangePreferences();
  const options = THEMES.map((value) => ({ value, label: t(`themes.${value}`) }));
  return (
    <Menu
      trigger={
        <IconButton label={t("theme")} className="noscript:hidden">
          <Palette />
        </IconButton>
      }
    >
      <MenuChoices
        label={t("theme")}
        value={theme}
        options={options}
        onChoose={(chosen) => change({ theme: THEMES.find((each) => each === chosen) ?? "system" })}
      />
    </Menu>
  );
}
