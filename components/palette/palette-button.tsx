"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";

import { IconButton } from "@/components/ui/icon-button";
import { openPalette } from "./palette-store";

/** Opens the palette, where there is no keyboard or one does not know its key. */
export function PaletteButton() {
  const t = useTranslations("palette");
  return (
    <IconButton
      label={t("open")}
      shortcut={t("keys")}
      aria-haspopup="dialog"
      className="noscript:hidden"
      onClick={() => openPalette()}
    >
      <Search />
    </IconButton>
  );
}
