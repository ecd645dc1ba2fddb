import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";

import { Refused, request, send } from "@/components/reader/api";
import { toast } from "@/components/ui/toast";
import type { InboxThreadView } from "@/lib/notifications/present";
import type { InboxPage } from "@/lib/notifications/queries";
import type { ChangeInboxInput, InboxFilter } from "@/lib/notifications/schema";
import { mergeInbox, withMore } from "./merge-inbox";
import { onNews } from "./news";

/** What the reader did, one after the other, whichever list they did it in. */
let sending: Promise<unknown> = Promise.resolve();

type Change = Pick<ChangeInboxInput, "isRead" | "isDone">;

/** The list of an inbox as it changes: by its reader, who sees that at once, and by what comes in. */
export function useInbox(first: InboxPage, show: InboxFilter) {
  const t = useTranslations("inbox");
  const [threads, setThreads] = useState(first.threads);
  const [cursor, setCursor] = useState(first.nextCursor);
  /** What was put away here, the latest last. */
  const finished = useRef<InboxThreadView[]>([]);
  /** Changes of the reader's that the server may not have yet: until then it knows less. */
  const pending = useRef(0);
  const asked = useRef(0);

  const refresh = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    try {
      const page = await request<InboxPage>(`/inbox?show=${show}`, { method: "GET" });
      if (turn === asked.current && pending.current === 0) {
        setThreads((shown) => mergeInbox(shown, page, show));
      }
    } catch {
      // The next news brings it.
    }
  }, [show]);

  useEffect(() => {
    // What was still on its way when the page was made, or came between, would be missed.
    void sending.then(refresh);
    return onNews(() => void refresh());
  }, [refresh]);

  /** One after the other: what was done last must be what holds. */
  const tell = useCallback(
    (thread: InboxThreadView, changes: Change): void => {
      const ids = thread.notices.map(({ id }) => id);
      pending.current += 1;
      sending = sending
        .then(() => send("PATCH", "/inbox", { ids, ...changes }))
        .catch((error) => {
          toast(error instanceof Refused ? error.message : t("notSaved"), { isUrgent: true });
        })
        .then(() => {
          pending.current -= 1;
          void refresh();
        });
    },
    [refresh, t],
  );

  const markRead = useCallback(
    (thread: InboxThreadView, isRead: boolean): void => {
      setThreads((shown) =>
        shown.map((each) =>
          each.annotationId === thread.annotationId ? { ...each, isUnread: !isRead } : each,
        ),
      );
      tell(thread, { isRead });
    },
    [tell],
  );

  /** Brings a thread back to where it was put away from. */
  const takeBack = useCallback(
    (thread: InboxThreadView): void => {
      finished.current = finished.current.filter((each) => each !== thread);
      setThreads((shown) => placed(shown, { ...thread, isUnread: false }));
      tell(thread, { isDone: show === "done" });
    },
    [show, tell],
  );

  /** Puts a thread away, or back where the list is of what was put away. */
  const finish = useCallback(
    (thread: InboxThreadView): void => {
      const { annotationId } = thread;
      finished.current.push(thread);
      setThreads((shown) => shown.filter((each) => each.annotationId !== annotationId));
      tell(thread, { isDone: show !== "done" });
      toast(t(show === "done" ? "movedBack" : "movedDone"), {
        action: { label: t("undo"), onAct: () => takeBack(thread) },
      });
    },
    [show, t, takeBack, tell],
  );

  const undo = useCallback((): void => {
    const last = finished.current.at(-1);
    if (last) takeBack(last);
  }, [takeBack]);

  const loadMore = useCallback(async () => {
    if (!cursor) return;
    try {
      const query = new URLSearchParams({ show, cursor }).toString();
      const page = await request<InboxPage>(`/inbox?${query}`, { method: "GET" });
      setThreads((shown) => withMore(shown, page));
      setCursor(page.nextCursor);
    } catch {
      toast(t("notLoaded"), { isUrgent: true });
    }
  }, [cursor, show, t]);

  return { threads, hasMore: cursor !== null, markRead, finish, undo, loadMore };
}

function placed(shown: InboxThreadView[], thread: InboxThreadView): InboxThreadView[] {
  const others = shown.filter(({ annotationId }) => annotationId !== thread.annotationId);
  const at = others.findIndex((each) => each.at < thread.at);
  return at < 0 ? [...others, thread] : others.toSpliced(at, 0, thread);
}
