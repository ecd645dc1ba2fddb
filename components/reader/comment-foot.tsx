import { ArrowBigUp, CircleCheck, Hand } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { LocalComment, LocalThread } from "./merge";
import { useReader, useReaderState } from "./reader-context";

/** What readers say to a comment without words. The room is there before the first number. */
export function CommentFoot({ comment, thread }: CommentFootProps) {
  const t = useTranslations("reader");
  const { actions } = useReader();
  const isShared = thread.audience !== "ONLY_ME" && !comment.isHeld;
  const isFit = !comment.isOpening && !comment.isHeld && !comment.isHidden && !comment.privateTo;
  const isAnswer = thread.answeredAt !== null && thread.answerId === comment.id;
  const offersAnswer = thread.can.answer && isFit && !isAnswer;
  if (!isShared && !offersAnswer) return null;
  return (
    <div className="-ms-2 mt-1 flex flex-wrap items-center gap-1">
      {isShared && <Vote comment={comment} isQuestion={isQuestion(comment, thread)} />}
      {offersAnswer && (
        <Button
          size="sm"
          variant="quiet"
          className="px-2"
          onClick={() => actions.answer(thread, true, comment.id)}
        >
          <CircleCheck className="size-3.5" aria-hidden="true" />
          {t("thisAnswers")}
        </Button>
      )}
    </div>
  );
}

/** How many voted for a comment, where that cannot be changed. */
export function VoteCount({
  comment,
  thread,
  className,
}: CommentFootProps & { className: string }) {
  const t = useTranslations("reader");
  const { voteCount } = comment;
  const isAsked = isQuestion(comment, thread);
  const Icon = isAsked ? Hand : ArrowBigUp;
  return (
    <span className={classNames("items-center gap-1 text-xs text-soft tabular-nums", className)}>
      <Icon className="size-3.5" aria-hidden="true" />
      <span aria-hidden="true" className="min-w-[1ch]">
        {voteCount}
      </span>
      <span className="sr-only">
        {t(isAsked ? "vote.asked" : "vote.given", { count: voteCount })}
      </span>
    </span>
  );
}

function Vote({ comment, isQuestion }: { comment: LocalComment; isQuestion: boolean }) {
  const t = useTranslations("reader");
  const { actions, store } = useReader();
  const { id, voteCount, can } = comment;
  const isVoted = useReaderState(({ own }) => own.votedIds.has(id));
  const Icon = isQuestion ? Hand : ArrowBigUp;

  function toggle(): void {
    void actions.vote(comment, !isVoted);
    const count = voteCount + (isVoted ? -1 : 1);
    store.say(t(isQuestion ? "vote.asked" : "vote.given", { count }));
  }

  const label = t(isQuestion ? "meToo" : "upvote");
  return (
    <Button
      size="sm"
      variant="quiet"
      aria-pressed={can.vote ? isVoted : undefined}
      aria-disabled={!can.vote}
      onClick={can.vote ? toggle : undefined}
      className="gap-1.5 px-2 aria-pressed:text-accent"
    >
      <Icon className={classNames("size-3.5", isVoted && "fill-current")} aria-hidden="true" />
      <span className={isQuestion ? undefined : "sr-only"}>{label}</span>
      <span className="min-w-[2ch] text-start tabular-nums">{voteCount}</span>
    </Button>
  );
}

/** Whether a vote for the comment says that one asks it too. */
function isQuestion({ isOpening }: LocalComment, { kind }: LocalThread): boolean {
  return isOpening && kind === "QUESTION";
}

interface CommentFootProps {
  comment: LocalComment;
  thread: LocalThread;
}
