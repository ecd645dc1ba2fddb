"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";

import { IconButton } from "./icon-button";
import { toast } from "./toast";

/** Copies a text, or the full address of a path of this site. Needs script, so hidden without. */
export function CopyButton({ text, path, label }: CopyButtonProps) {
  const t = useTranslations("ui");

  async function copy() {
    try {
      await navigator.clipboard.writeText(path ? new URL(path, location.href).href : (text ?? ""));
      toast(t("copied"));
    } catch {
      toast(t("notCopied"), { isUrgent: true });
    }
  }

  return (
    <IconButton label={label} onClick={copy} className="noscript:hidden">
      <Copy />
    </IconButton>
  );
}

interface CopyButtonProps {
  text?: string;
  path?: string;
  label: string;
}
