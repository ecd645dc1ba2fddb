"use client";

import { useTranslations } from "next-intl";

import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import { Time } from "@/components/ui/time";
import { CommentActions } from "./comment-actions";
import { CommentText } from "./comment-text";
import { Composer } from "./composer";
import type { LocalComment, LocalThread } from "./merge";
import { PendingNote } from "./pending-note";
import { useReader, useReaderState } from "./reader-context";

/** One comment: who, when, what. Closed, only how it begins. */
export function CommentEntry({ comment, thread, isOpen }: CommentEntryProps) {
  const t = useTranslations("reader");
  const { zone } = useReader();
  const place = useReaderState(({ place }) => place);
  const { author } = comment;
  if (comment.isDeleted || !author) {
    return <p className="mt-3 text-soft italic">{t("deletedComment")}</p>;
  }
  if (place?.type === "edit" && place.commentId === comment.id) return <Composer place={place} />;

  return (
    <div className="group/comment relative mt-3 grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2.5">
      <Avatar id={author.id} name={author.name} size="sm" />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2 pe-8">
          <span className="font-semibold wrap-anywhere">{author.name}</span>
          {author.isStaff && (
            <span className="rounded-sm border border-rule px-1 text-[0.6875rem] text-soft">
              {t("staff")}
            </span>
          )}
          <span className="text-xs text-faint">
            <Time iso={comment.createdAt} zone={zone} />
            {comment.editedAt && ` · ${t("edited")}`}
          </span>
        </p>
        <div className={classNames("mt-0.5 wrap-anywhere", !isOpen && "line-clamp-4")}>
          <CommentText body={comment.body} />
        </div>
        {comment.pending && !thread.pending && (
          <PendingNote pending={comment.pending} entryId={comment.id} thread={thread} />
        )}
      </div>
      {isOpen && !comment.pending && <CommentActions comment={comment} />}
    </div>
  );
}

interface CommentEntryProps {
  comment: LocalComment;
  thread: LocalThread;
  isOpen: boolean;
}
