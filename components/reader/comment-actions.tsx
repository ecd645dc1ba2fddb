"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";

import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { AudienceItem } from "./audience-item";
import type { LocalComment } from "./merge";
import { useReader } from "./reader-context";

/** What one may do with a comment; nothing is shown where that is nothing. */
export function CommentActions({ comment }: { comment: LocalComment }) {
  const t = useTranslations("reader");
  const { actions, store } = useReader();
  const { annotationId, can } = comment;
  if (!can.edit && !can.remove) return null;

  return (
    <div className="absolute -inset-e-1.5 -top-1.5">
      <Menu
        trigger={
          <IconButton label={t("commentActions", { name: comment.author?.name ?? "" })}>
            <Ellipsis />
          </IconButton>
        }
      >
        {can.edit && (
          <MenuItem
            onClick={() => store.write({ type: "edit", annotationId, commentId: comment.id })}
          >
            {t("edit")}
          </MenuItem>
        )}
        <AudienceItem comment={comment} />
        {can.remove && (
          <MenuItem onClick={() => actions.removeComment(comment)}>{t("delete")}</MenuItem>
        )}
      </Menu>
    </div>
  );
}
