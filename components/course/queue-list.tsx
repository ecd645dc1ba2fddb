import { VenetianMask } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { CommentText } from "@/components/reader/comment-text";
import { Section } from "@/components/shell/section";
import { Avatar } from "@/components/ui/avatar";
import { Time } from "@/components/ui/time";
import type { QueueEntry } from "@/lib/annotations/queue";
import { type QueueActions, QueueDecision } from "./queue-decision";

/** What waits for the staff, each with its passage, what was said against it, and what to do. */
export function QueueList({ title, entries, ...shared }: QueueListProps) {
  const t = useTranslations("moderation");
  return (
    <Section title={title} aside={t("count", { count: entries.length })}>
      <ul>
        {entries.map((entry) => (
          <Entry key={entry.commentId} entry={entry} {...shared} />
        ))}
      </ul>
    </Section>
  );
}

function Entry({ entry, isHeld = false, canDecide, zone, actions }: EntryProps) {
  const t = useTranslations("moderation");
  const { author, quote, reports } = entry;
  return (
    <li className="border-b border-rule py-5">
      <p className="flex flex-wrap gap-x-3 text-xs text-soft">
        <Link
          href={`/read/${entry.assignmentId}#a-${entry.annotationId}` as Route}
          className="underline decoration-rule underline-offset-2 wrap-anywhere hover:text-ink hover:decoration-accent"
        >
          {t("inReading", { title: entry.title })}
        </Link>
      </p>
      {quote && (
        <blockquote className="mt-2 line-clamp-3 border-s-2 border-edge ps-3 font-serif text-sm text-soft italic wrap-anywhere">
          {quote}
        </blockquote>
      )}
      <div className="mt-3 grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2.5 text-sm">
        <Avatar id={author.id} name={author.name} size="sm" />
        <div className="min-w-0">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold wrap-anywhere">{author.name}</span>
            {author.pseudonym !== null && (
              <span className="inline-flex items-center gap-1 self-center text-xs text-soft">
                <VenetianMask className="size-3.5" aria-hidden="true" />
                {t("anonymous")}
              </span>
            )}
            <span className="text-xs text-faint">
              <Time iso={entry.createdAt} zone={zone} />
            </span>
          </p>
          <div className="mt-0.5 wrap-anywhere">
            <CommentText body={entry.body} />
          </div>
          {reports.length > 0 && (
            <ul className="mt-3 space-y-1.5 border-s-2 border-accent ps-3 text-xs">
              {reports.map(({ id, by, reason }) => (
                <li key={id} className="wrap-anywhere">
                  <span className="font-medium">{by}:</span> {reason}
                </li>
              ))}
            </ul>
          )}
          {canDecide && (
            <QueueDecision commentId={entry.commentId} isHeld={isHeld} actions={actions} />
          )}
        </div>
      </div>
    </li>
  );
}

interface Shared {
  /** They wait to be let in. */
  isHeld?: boolean;
  canDecide: boolean;
  /** The reader's. */
  zone: string;
  actions: QueueActions;
}

interface EntryProps extends Shared {
  entry: QueueEntry;
}

interface QueueListProps extends Shared {
  title: string;
  entries: QueueEntry[];
}
