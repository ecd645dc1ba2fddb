"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";

import { Button } from "@/components/ui/button";
import type { CommentImageView } from "@/lib/annotations/images";
import { ALT_LIMIT } from "@/lib/editor/nodes/comment-image";

/** Asks what an image shows, before it goes into the comment. */
export function CommentImageField({ image, onDone }: CommentImageFieldProps) {
  const t = useTranslations("reader.images");
  const id = useId();
  const [alt, setAlt] = useState("");
  const [isMissing, setMissing] = useState(false);

  function add(): void {
    const words = alt.trim();
    if (words === "") setMissing(true);
    else onDone(words);
  }

  return (
    <fieldset aria-label={t("name")} className="flex gap-3 border-t border-rule p-3">
      {/* biome-ignore lint/performance/noImgElement: its address is not public, so nothing can be optimised on the way */}
      <img
        src={image.address}
        alt=""
        width={image.width}
        height={image.height}
        className="size-16 shrink-0 rounded-sm border border-rule object-contain"
      />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <label htmlFor={id} className="text-xs font-medium">
          {t("alt")}
        </label>
        <input
          // biome-ignore lint/a11y/noAutofocus: the image was just added
          autoFocus
          id={id}
          maxLength={ALT_LIMIT}
          value={alt}
          aria-invalid={isMissing}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setAlt(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key !== "Enter" && event.key !== "Escape") return;
            event.preventDefault();
            event.stopPropagation();
            if (event.key === "Enter") add();
            else onDone(null);
          }}
          className="min-h-9 rounded-sm border border-edge bg-raised px-2 text-sm pointer-coarse:min-h-11"
        />
        <p id={`${id}-hint`} className="text-xs text-soft">
          {isMissing ? (
            <span role="alert" className="text-accent">
              {t("altMissing")}
            </span>
          ) : (
            t("altHint")
          )}
        </p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button size="sm" variant="quiet" onClick={() => onDone(null)}>
            {t("discard")}
          </Button>
          <Button size="sm" onClick={add}>
            {t("add")}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}

interface CommentImageFieldProps {
  image: CommentImageView;
  /** Null for an image that is not wanted after all. */
  onDone: (alt: string | null) => void;
}
