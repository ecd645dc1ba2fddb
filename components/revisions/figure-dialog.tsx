"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";

import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { CONTROL } from "@/components/ui/control-style";
import { Dialog } from "@/components/ui/dialog";
import type { FigureInHand, Figures } from "./use-figures";

/** Asks for what an image says to those who cannot see it, which it cannot do without. */
export function FigureDialog({ figures }: { figures: Figures }) {
  const t = useTranslations("revisions.figure");
  const { inHand, finish } = figures;
  const [shown, setShown] = useState(inHand);
  // Kept while the window closes, so that its content does not vanish before it does.
  useEffect(() => {
    if (inHand) setShown(inHand);
  }, [inHand]);
  return (
    <Dialog
      open={inHand !== null}
      onOpenChange={(isOpen) => !isOpen && finish(null)}
      title={t(shown?.position === null ? "add" : "edit")}
    >
      {shown && <FigureForm key={shown.address + shown.position} figure={shown} onDone={finish} />}
    </Dialog>
  );
}

function FigureForm({ figure, onDone }: FigureFormProps) {
  const t = useTranslations("revisions.figure");
  const id = useId();
  const [alt, setAlt] = useState(figure.alt);
  const [caption, setCaption] = useState(figure.caption);
  const [isRefused, setRefused] = useState(false);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // React hands the event on to forms that a window stands in, over the page.
        event.stopPropagation();
        if (alt.trim() === "") setRefused(true);
        else onDone({ alt: alt.trim(), caption: caption.trim() });
      }}
      className="space-y-5"
    >
      {/* biome-ignore lint/performance/noImgElement: served by us, of a size of its own */}
      <img src={figure.address} alt="" className="mx-auto max-h-56 rounded-sm border border-rule" />
      <div className="space-y-1.5">
        <label htmlFor={`${id}-alt`} className="block text-sm font-medium">
          {t("alt")}
        </label>
        <textarea
          id={`${id}-alt`}
          rows={3}
          required
          maxLength={2_000}
          value={alt}
          aria-describedby={`${id}-hint${isRefused ? ` ${id}-error` : ""}`}
          aria-invalid={isRefused || undefined}
          onInvalid={(event) => {
            event.preventDefault();
            setRefused(true);
          }}
          onChange={(event) => {
            setAlt(event.target.value);
            setRefused(false);
          }}
          className={classNames(CONTROL, "w-full py-2")}
        />
        {isRefused && (
          <p id={`${id}-error`} role="alert" className="text-xs text-accent">
            {t("altMissing")}
          </p>
        )}
        <p id={`${id}-hint`} className="text-xs text-soft">
          {t("altHint")}
        </p>
      </div>
      <div className="space-y-1.5">
        <label htmlFor={`${id}-caption`} className="block text-sm font-medium">
          {t("caption")}
        </label>
        <input
          id={`${id}-caption`}
          maxLength={1_000}
          value={caption}
          onChange={(event) => setCaption(event.target.value)}
          className={classNames(CONTROL, "min-h-10 w-full")}
        />
      </div>
      <div className="flex justify-end gap-3">
        <Button onClick={() => onDone(null)}>{t("cancel")}</Button>
        <Button type="submit" variant="primary">
          {t(figure.position === null ? "insert" : "save")}
        </Button>
      </div>
    </form>
  );
}

interface FigureFormProps {
  figure: FigureInHand;
  onDone: (words: { alt: string; caption: string } | null) => void;
}
