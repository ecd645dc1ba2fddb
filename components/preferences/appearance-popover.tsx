"use client";

import { useTranslations } from "next-intl";

import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { AppearanceControls } from "./appearance-controls";

/** *Aa*: how the reading looks, changed while one looks at it. */
export function AppearancePopover() {
  const t = useTranslations("appearance");
  return (
    <Popover
      title={t("name")}
      trigger={
        <IconButton label={t("name")} className="noscript:hidden">
          <span className="font-serif text-lg">{t("sign")}</span>
        </IconButton>
      }
    >
      <AppearanceControls />
    </Popover>
  );
}
