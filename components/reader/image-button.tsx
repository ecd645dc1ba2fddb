import { ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";

import { IconButton } from "@/components/ui/icon-button";

/** Chooses images from files. */
export function ImageButton({ isBusy, onFiles }: ImageButtonProps) {
  const t = useTranslations("reader.images");
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        label={isBusy ? t("uploading") : t("choose")}
        aria-busy={isBusy}
        className="pointer-fine:size-8!"
        onClick={() => input.current?.click()}
      >
        <ImagePlus />
      </IconButton>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t("choose")}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}

interface ImageButtonProps {
  isBusy: boolean;
  onFiles: (files: File[]) => void;
}
