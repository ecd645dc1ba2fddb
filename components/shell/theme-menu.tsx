"use client";

import { Palette } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuChoices } from "@/components/ui/menu";
import { applyTheme, parseTheme, type Theme } from "./theme";

/** Chooses the theme for this browser. */
export function ThemeMenu({ theme }: { theme: Theme }) {
  const t = useTranslations("shell");
  const [chosen, setChosen] = useState(theme);
  const options: { value: Theme; label: string }[] = [
    { value: "system", label: t("themeSystem") },
    { value: "light", label: t("themeLight") },
    { value: "sepia", label: t("themeSepia") },
    { value: "dark", label: t("themeDark") },
    { value: "contrast", label: t("themeContrast") },
  ];

  function choose(value: string) {
    const next = parseTheme(value);
    applyTheme(next);
    setChosen(next);
  }

  return (
    <Menu
      trigger={
        <IconButton label={t("theme")} className="noscript:hidden">
          <Palette />
        </IconButton>
      }
    >
      <MenuChoices label={t("theme")} value={chosen} options={options} onChoose={choose} />
    </Menu>
  );
}
