"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { CommentActions } from "./comment-actions";
import { CommentFoot, VoteCount } from "./comment-foot";
import { CommentHead } from "./comment-head";
import { CommentNotes } from "./comment-notes";
import { CommentText } from "./comment-text";
import { Composer } from "./composer";
import type { LocalComment, LocalThread } from "./merge";
import { PendingNote } from "./pending-note";
import { useReaderState } from "./reader-context";

/** One comment: who, when, what. Closed, only how it begins. */
export function CommentEntry({ comment, thread, isOpen }: CommentEntryProps) {
  const t = useTranslations("reader");
  const place = useReaderState(({ place }) => place);
  const { author } = comment;
  const isMuted = useReaderState(({ own }) => author !== null && own.mutedIds.has(author.id));
  const [isShown, setShown] = useState(false);
  if (comment.isDeleted || !author) {
    return (
      <p className="mt-3 text-soft italic">
        {t(comment.isDeleted ? "deletedComment" : "hidden.placeholder")}
      </p>
    );
  }
  if (place?.type === "edit" && place.commentId === comment.id) return <Composer place={place} />;
  if (isMuted && !isShown) {
    return (
      <p className="mt-3 flex flex-wrap items-center gap-x-1 text-soft italic">
        {t("muted.placeholder", { name: author.name })}
        <Button size="sm" variant="quiet" onClick={() => setShown(true)}>
          {t("muted.show")}
        </Button>
      </p>
    );
  }

  return (
    <div
      data-comment-id={comment.id}
      tabIndex={-1}
      className={classNames(
        "group/comment relative mt-3 grid scroll-mt-20 grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2.5 rounded-md",
        comment.privateTo !== null && "-mx-2 border border-dashed border-edge bg-paper p-2",
      )}
    >
      <Avatar id={author.id} name={author.name} size="sm" />
      <div className="min-w-0">
        <CommentHead comment={comment} author={author} isOpen={isOpen} />
        <CommentNotes comment={comment} thread={thread} />
        <div
          className={classNames(
            "mt-0.5 wrap-anywhere",
            !isOpen && "line-clamp-4",
            comment.isHidden && "opacity-75",
          )}
        >
          <CommentText body={comment.body} />
        </div>
        {isOpen && !comment.pending && <CommentFoot comment={comment} thread={thread} />}
        {comment.pending && !thread.pending && (
          <PendingNote pending={comment.pending} entryId={comment.id} thread={thread} />
        )}
      </div>
      {!isOpen && comment.voteCount > 0 && (
        <VoteCount
          comment={comment}
          thread={thread}
          className="absolute inset-e-0 top-0.5 inline-flex"
        />
      )}
      {isOpen && !comment.pending && <CommentActions comment={comment} thread={thread} />}
    </div>
  );
}

interface CommentEntryProps {
  comment: LocalComment;
  thread: LocalThread;
  isOpen: boolean;
}
