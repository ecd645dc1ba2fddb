"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";

import { IconButton } from "@/components/ui/icon-button";
import { usePrint } from "./use-print";

/** Prints the text with its notes, or saves it as a PDF: the browser asks which. */
export function PrintButton() {
  const t = useTranslations("reader.print");
  const { progress, print } = usePrint();
  return (
    <>
      {progress && (
        <span role="status" className="self-center text-xs text-soft">
          {t("loading", progress)}
        </span>
      )}
      <IconButton
        label={t("print")}
        className="noscript:hidden"
        disabled={progress !== null}
        onClick={print}
      >
        <Printer />
      </IconButton>
    </>
  );
}
