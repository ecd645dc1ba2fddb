"use client";

import { Check, MailOpen, Mail as MailUnread, Undo2 } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Ref } from "react";

import { threadName } from "@/components/reader/thread-name";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Time } from "@/components/ui/time";
import type { InboxThreadView, NoticeView } from "@/lib/notifications/present";

/** How much of what one was told of stands open. */
const NOTICES_OPEN = 5;

/** A thread of the inbox: how it begins, and where one is, all that is new in it. */
export function InboxThread({ ref, thread, zone, isCurrent, onChoose, ...acts }: Props) {
  const t = useTranslations("inbox");
  const reader = useTranslations("reader");
  const { annotationId, assignmentId, quote, title, courseTitle, notices } = thread;
  const shown = isCurrent ? notices.slice(-NOTICES_OPEN) : notices.slice(-1);
  const earlier = notices.length - shown.length;
  return (
    <article
      ref={ref}
      aria-label={threadName(reader, quote)}
      aria-current={isCurrent || undefined}
      data-annotation-id={annotationId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the entries of a feed are tab stops (ARIA feed pattern)
      tabIndex={0}
      onFocus={onChoose}
      onPointerDown={onChoose}
      className={classNames(
        "relative scroll-my-24 border-s-2 -outline-offset-2 py-4 ps-4 pe-1 transition-colors md:ps-5",
        isCurrent ? "border-accent bg-raised" : "border-transparent",
      )}
    >
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="text-xs text-soft wrap-anywhere">
            {thread.isUnread && (
              <span className="me-2 inline-block size-2 rounded-full bg-accent forced-colors:bg-[Highlight]">
                <span className="sr-only">{t("unread")}</span>
              </span>
            )}
            {title} · {courseTitle}
          </p>
          <h2 className="mt-1 font-serif text-base wrap-anywhere">
            <Link
              href={`/read/${assignmentId}#a-${annotationId}` as Route}
              className={classNames(
                "line-clamp-2 hover:underline",
                quote && "italic",
                thread.isUnread && "font-medium",
              )}
            >
              {quote || t("wholeReading")}
            </Link>
          </h2>
        </div>
        <Acts thread={thread} {...acts} />
      </div>
      {earlier > 0 && <p className="mt-2 text-xs text-soft">{t("earlier", { count: earlier })}</p>}
      <ul className="mt-2 space-y-3">
        {shown.map((notice) => (
          <Notice key={notice.id} notice={notice} zone={zone} isOpen={isCurrent} />
        ))}
      </ul>
    </article>
  );
}

function Notice({ notice, zone, isOpen }: { notice: NoticeView; zone: string; isOpen: boolean }) {
  const t = useTranslations("inbox");
  const { kind, author, isOpening, words, at } = notice;
  const isCalledAnswered = kind === "ANSWER" && isOpening;
  return (
    <li className="text-sm">
      <p className="text-xs text-soft wrap-anywhere">
        {t(isCalledAnswered ? "line.ANSWERED" : `line.${kind}`, { name: author?.name ?? "" })}
        {" · "}
        <Time iso={at} zone={zone} />
      </p>
      {words && (
        <p className={classNames("mt-0.5 max-w-prose wrap-anywhere", !isOpen && "line-clamp-2")}>
          {words}
        </p>
      )}
    </li>
  );
}

function Acts({ thread, isDoneList, onFinish, onToggleRead }: Omit<ActsProps, "zone">) {
  const t = useTranslations("inbox");
  return (
    <div className="-me-1 flex shrink-0 noscript:hidden">
      {!isDoneList && (
        <IconButton
          label={t(thread.isUnread ? "markRead" : "markUnread")}
          shortcut="M"
          onClick={onToggleRead}
        >
          {thread.isUnread ? <MailOpen /> : <MailUnread />}
        </IconButton>
      )}
      <IconButton label={t(isDoneList ? "putBack" : "done")} shortcut="E" onClick={onFinish}>
        {isDoneList ? <Undo2 /> : <Check />}
      </IconButton>
    </div>
  );
}

interface ActsProps {
  thread: InboxThreadView;
  /** The list is of what was put away. */
  isDoneList: boolean;
  onFinish: () => void;
  onToggleRead: () => void;
}

interface Props extends ActsProps {
  ref: Ref<HTMLElement>;
  zone: string;
  /** It is where the reader is. */
  isCurrent: boolean;
  onChoose: () => void;
}
