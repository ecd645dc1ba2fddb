"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import type { InboxThreadView } from "@/lib/notifications/present";
import type { InboxPage } from "@/lib/notifications/queries";
import type { InboxFilter } from "@/lib/notifications/schema";
import { InboxThread } from "./inbox-thread";
import { useInbox } from "./use-inbox";
import { useInboxKeys } from "./use-inbox-keys";

/** The threads of an inbox, one of which the reader is at; J and K step, E puts away, Z takes back. */
export function InboxList({ first, show, zone, empty }: InboxListProps) {
  const t = useTranslations("inbox");
  const { threads, hasMore, markRead, finish, undo, loadMore } = useInbox(first, show);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const entries = useRef(new Map<string, HTMLElement>());
  const at = threads.findIndex(({ annotationId }) => annotationId === currentId);
  const current = threads[at];
  const isDoneList = show === "done";

  const keys = useMemo(() => {
    function goTo(thread: InboxThreadView | undefined): void {
      if (thread) entries.current.get(thread.annotationId)?.focus();
    }
    return {
      j: () => {
        goTo(threads[at + 1]);
        if (at + 2 >= threads.length) void loadMore();
      },
      k: () => goTo(threads[Math.max(0, at - 1)]),
      e: () => {
        if (!current) return;
        goTo(threads[at + 1] ?? threads[at - 1]);
        finish(current);
      },
      m: () => {
        if (current && !isDoneList) markRead(current, current.isUnread);
      },
      z: undo,
    };
  }, [threads, at, current, isDoneList, markRead, finish, undo, loadMore]);
  useInboxKeys(keys);

  // What one is at stands open before one's eyes: once, so that it can be made unread again.
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (!current || opened.current === current.annotationId) return;
    opened.current = current.annotationId;
    if (current.isUnread && !isDoneList) markRead(current, true);
  }, [current, isDoneList, markRead]);

  if (threads.length === 0) return empty;
  return (
    <>
      <ul aria-label={t("threads")} className="divide-y divide-rule border-y border-rule">
        {threads.map((thread) => (
          <li key={thread.annotationId}>
            <InboxThread
              ref={(element) => {
                if (element) entries.current.set(thread.annotationId, element);
                else entries.current.delete(thread.annotationId);
              }}
              thread={thread}
              zone={zone}
              isCurrent={thread === current}
              isDoneList={isDoneList}
              onChoose={() => setCurrentId(thread.annotationId)}
              onFinish={() => {
                const next = threads[threads.indexOf(thread) + 1] ?? threads.at(-2);
                if (next) entries.current.get(next.annotationId)?.focus();
                finish(thread);
              }}
              onToggleRead={() => markRead(thread, thread.isUnread)}
            />
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button className="mt-5" onClick={() => void loadMore()}>
          {t("showMore")}
        </Button>
      )}
    </>
  );
}

interface InboxListProps {
  first: InboxPage;
  show: InboxFilter;
  /** The reader's time zone. */
  zone: string;
  /** What stands where nothing is. */
  empty: ReactNode;
}
