"use client";

import { TableOfContents } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";

import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { Outline } from "./outline";
import { useReader } from "./reader-context";
import { useCurrentHeading } from "./use-current-heading";

/** Opens the outline where there is no room for it beside the text. */
export function OutlineButton({ className }: { className: string }) {
  const t = useTranslations("reader");
  const { headings } = useReader();
  const current = useCurrentHeading();
  const [isOpen, setOpen] = useState(false);
  const hasGone = useRef(false);
  if (headings.length === 0) return null;

  function go(): void {
    // The browser goes on from the heading: its focus must not come back to the button.
    hasGone.current = true;
    setOpen(false);
  }

  return (
    <Popover
      title={t("outline")}
      isOpen={isOpen}
      onOpenChange={(opens) => {
        hasGone.current = false;
        setOpen(opens);
      }}
      firstFocus={() => document.querySelector<HTMLElement>("[role=dialog] [aria-current]")}
      keepsFocus={() => hasGone.current}
      trigger={
        <IconButton label={t("outline")} className={className}>
          <TableOfContents />
        </IconButton>
      }
    >
      <Outline current={current} onGo={go} />
    </Popover>
  );
}
