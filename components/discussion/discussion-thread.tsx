import { CircleHelp, Highlighter, Lock, MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";

import { CommentText } from "@/components/reader/comment-text";
import { shownComments } from "@/components/reader/merge";
import { threadName } from "@/components/reader/thread-name";
import { Time } from "@/components/ui/time";
import type { CommentView, ThreadView } from "@/lib/annotations/present";

const ICON = { HIGHLIGHT: Highlighter, COMMENT: MessageSquare, QUESTION: CircleHelp };

/** One thread below the block in which it begins: what it is on, who wrote what, and when. */
export function DiscussionThread({ thread, href, zone }: DiscussionThreadProps) {
  const t = useTranslations("reader");
  const isPrivate = thread.audience === "ONLY_ME";
  const Icon = isPrivate ? Lock : ICON[thread.kind];
  const comments = shownComments(thread);
  return (
    <article
      id={`a-${thread.id}`}
      aria-label={threadName(t, thread.quote)}
      className="discussion-thread"
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-soft">
        <Icon className="size-3.5 shrink-0" aria-hidden="true" />
        <span>{t(`kind.${thread.kind}`)}</span>
        {thread.audience !== "COURSE" && <span>{t(`audience.${thread.audience}`)}</span>}
        {thread.answeredAt && <span>{t("answered")}</span>}
        {thread.anchor.state !== "DETACHED" && (
          <a href={`${href}#a-${thread.id}`} className="prose-link ms-auto">
            {thread.quote === "" ? t("linear.onPage") : t("linear.inText")}
          </a>
        )}
      </p>
      {thread.quote !== "" && <blockquote dir="auto">{thread.quote}</blockquote>}
      {comments.length === 0 && (
        <p className="mt-2 text-sm text-soft">
          {t("highlightedBy", { name: thread.author.name })}{" "}
          <Time iso={thread.createdAt} zone={zone} />
        </p>
      )}
      {comments.map((comment) => (
        <Comment key={comment.id} comment={comment} zone={zone} />
      ))}
      {thread.nextCursor && (
        <p className="mt-2 text-sm">
          <a href={`${href}#a-${thread.id}`} className="prose-link">
            {t("moreReplies")}
          </a>
        </p>
      )}
    </article>
  );
}

function Comment({ comment, zone }: { comment: CommentView; zone: string }) {
  const t = useTranslations("reader");
  const { author, createdAt, editedAt, body } = comment;
  if (!author) return <p className="mt-2 text-sm text-soft italic">{t("deletedComment")}</p>;
  return (
    <div className="mt-2 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold wrap-anywhere">{author.name}</span>
        {author.isStaff && <span className="text-xs text-soft">{t("staff")}</span>}
        <span className="text-xs text-soft">
          <Time iso={createdAt} zone={zone} />
          {editedAt && ` · ${t("edited")}`}
        </span>
      </p>
      <div className="wrap-anywhere">
        <CommentText body={body} />
      </div>
    </div>
  );
}

interface DiscussionThreadProps {
  thread: ThreadView;
  /** The reading page. */
  href: string;
  zone: string;
}
