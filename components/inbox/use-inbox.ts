import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";

import { Refused, request, send } from "@/components/reader/api";
import { toast } from "@/components/ui/toast";
import type { InboxThreadView } from "@/lib/notifications/present";
import type { InboxPage } from "@/lib/notifications/queries";
import type { ChangeInboxInput, InboxFilter } from "@/lib/notifications/schema";
import { mergeInbox, withMore } from "./merge-inbox";
import { onNews } from "./news";

type Change = Pick<ChangeInboxInput, "isRead" | "isDone">;

/** The list of an inbox as it changes: by its reader, who sees that at once, and by what comes in. */
export function useInbox(first: InboxPage, show: InboxFilter) {
  const t = useTranslations("inbox");
  const [threads, setThreads] = useState(first.threads);
  const [cursor, setCursor] = useState(first.nextCursor);
  const last = useRef<InboxThreadView[]>([]);
  /** Put away or back here, and perhaps not yet there. */
  const leaving = useRef(new Set<string>());

  const refresh = useCallback(async () => {
    try {
      const page = await request<InboxPage>(`/inbox?show=${show}`, { method: "GET" });
      setThreads((shown) =>
        mergeInbox(shown, page, show).filter(
          ({ annotationId }) => !leaving.current.has(annotationId),
        ),
      );
    } catch {
      // The next news brings it.
    }
  }, [show]);

  useEffect(() => onNews(() => void refresh()), [refresh]);

  const change = useCallback(
    async (thread: InboxThreadView, changes: Change): Promise<boolean> => {
      const { annotationId } = thread;
      if (changes.isDone !== undefined) {
        leaving.current.add(annotationId);
        setThreads((shown) => shown.filter((each) => each.annotationId !== annotationId));
      } else {
        const isUnread = changes.isRead === false;
        setThreads((shown) =>
          shown.map((each) => (each.annotationId === annotationId ? { ...each, isUnread } : each)),
        );
      }
      try {
        await send("PATCH", "/inbox", { ids: thread.notices.map(({ id }) => id), ...changes });
        return true;
      } catch (error) {
        toast(error instanceof Refused ? error.message : t("notSaved"), { isUrgent: true });
        return false;
      } finally {
        leaving.current.delete(annotationId);
        void refresh();
      }
    },
    [refresh, t],
  );

  /** Brings back what was put away last, or puts away again what was brought back. */
  const undo = useCallback(() => {
    const thread = last.current.pop();
    if (!thread) return;
    setThreads((shown) => placed(shown, thread));
    const ids = thread.notices.map(({ id }) => id);
    send("PATCH", "/inbox", { ids, isDone: show === "done" })
      .catch(() => toast(t("notSaved"), { isUrgent: true }))
      .finally(() => void refresh());
  }, [refresh, show, t]);

  const finish = useCallback(
    (thread: InboxThreadView) => {
      last.current.push(thread);
      toast(t(show === "done" ? "movedBack" : "movedDone"), {
        action: { label: t("undo"), onAct: undo },
      });
      void change(thread, { isDone: show !== "done" });
    },
    [change, show, t, undo],
  );

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

  return { threads, hasMore: cursor !== null, change, finish, undo, loadMore };
}

function placed(shown: InboxThreadView[], thread: InboxThreadView): InboxThreadView[] {
  const others = shown.filter(({ annotationId }) => annotationId !== thread.annotationId);
  const at = others.findIndex((each) => each.at < thread.at);
  return at < 0 ? [...others, thread] : others.toSpliced(at, 0, thread);
}
