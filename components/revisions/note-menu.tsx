"use client";

import type { Editor } from "@tiptap/react";
import { Superscript } from "lucide-react";
import { useTranslations } from "next-intl";

import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";

/** What can be done inside a footnote: back to its number, or away with it. */
export function NoteMenu({ editor }: { editor: Editor }) {
  const t = useTranslations("revisions.tools");
  return (
    <Menu
      trigger={
        <IconButton label={t("footnoteActions")} aria-pressed>
          <Superscript />
        </IconButton>
      }
    >
      <MenuItem onClick={() => editor.chain().focus().leaveFootnote().run()}>
        {t("leaveFootnote")}
      </MenuItem>
      <MenuItem onClick={() => editor.chain().focus().removeFootnote().run()}>
        {t("removeFootnote")}
      </MenuItem>
    </Menu>
  );
}
