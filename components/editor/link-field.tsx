"use client";

import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { isLinkAddress } from "@/lib/editor/links";

/**
 * Asks where a link leads; an empty address takes the link away. It may stand inside a form, and is
 * none of its own.
 */
export function LinkField({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useTranslations("ui.link");
  const [href, setHref] = useState<string>(editor.getAttributes("link").href ?? "");
  const [isWrong, setWrong] = useState(false);

  function apply(): void {
    const address = href.trim();
    const chain = editor.chain().focus().extendMarkRange("link");
    if (address === "") {
      chain.unsetLink().run();
      onDone();
      return;
    }
    const full = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
    if (!isLinkAddress(full)) {
      setWrong(true);
      return;
    }
    if (editor.state.selection.empty && !editor.isActive("link")) {
      const marks = [{ type: "link", attrs: { href: full } }];
      chain.insertContent({ type: "text", text: address, marks }).run();
    } else chain.setLink({ href: full }).run();
    onDone();
  }

  return (
    <div className="flex w-full flex-wrap items-center gap-2">
      <input
        // biome-ignore lint/a11y/noAutofocus: it was just asked for
        autoFocus
        type="url"
        aria-label={t("address")}
        aria-invalid={isWrong}
        placeholder={t("addressExample")}
        value={href}
        onChange={(event) => setHref(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Enter") apply();
          else onDone();
        }}
        className="min-h-9 min-w-0 flex-1 rounded-sm border border-edge bg-raised px-2 text-sm"
      />
      <Button size="sm" onClick={apply}>
        {t("apply")}
      </Button>
      {isWrong && (
        <p role="alert" className="w-full text-xs text-accent">
          {t("addressWrong")}
        </p>
      )}
    </div>
  );
}
