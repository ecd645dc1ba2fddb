import { Award, CircleCheck, EyeOff, Hourglass, MessageSquareLock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import type { LocalComment, LocalThread } from "./merge";
import { useReader } from "./reader-context";
import { useApprove } from "./use-approve";

/** What a comment is beside its words: the answer, picked, for one person, hidden, waiting. */
export function CommentNotes({ comment, thread }: CommentNotesProps) {
  const t = useTranslations("reader");
  const { writer } = useReader();
  const approve = useApprove();
  const { privateTo, can } = comment;
  const isAnswer = thread.answeredAt !== null && thread.answerId === comment.id;
  return (
    <>
      {privateTo && (
        <Note icon={<MessageSquareLock />}>
          {privateTo.id === writer.id
            ? t("private.toMe")
            : t("private.to", { name: privateTo.name })}
        </Note>
      )}
      {isAnswer && (
        <Note icon={<CircleCheck />} isStrong>
          {t("theAnswer")}
        </Note>
      )}
      {comment.isPicked && (
        <Note icon={<Award className="text-accent" />} isStrong>
          {t("picked")}
        </Note>
      )}
      {comment.isHidden && (
        <Note icon={<EyeOff />}>{t("hidden.because", { reason: comment.hiddenReason ?? "" })}</Note>
      )}
      {comment.isHeld && (
        <Note icon={<Hourglass />}>
          {t(can.moderate ? "held.forStaff" : "held.forAuthor")}
          {can.moderate && (
            <Button size="sm" className="ms-2" onClick={() => void approve(comment)}>
              {t("held.approve")}
            </Button>
          )}
        </Note>
      )}
    </>
  );
}

function Note({ icon, isStrong = false, children }: NoteProps) {
  return (
    <p
      className={`mt-0.5 flex items-start gap-1.5 text-xs ${isStrong ? "font-medium text-ink" : "text-soft"}`}
    >
      <span className="flex h-lh shrink-0 items-center [&_svg]:size-3.5" aria-hidden="true">
        {icon}
      </span>
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  );
}

interface NoteProps {
  icon: ReactNode;
  isStrong?: boolean;
  children: ReactNode;
}

interface CommentNotesProps {
  comment: LocalComment;
  thread: LocalThread;
}
