import "server-only";

import { liveHub } from "@/lib/annotations/live";
import type { EndReason } from "@/lib/events/hub";
import { log } from "@/lib/log";
import { countUnread } from "./queries";

/** What an open page of somebody's is told: that there may be something new, and how much is unread. */
export interface InboxNews {
  type: "news";
  unread: number;
}

/** Where news goes. The second argument is what a page that comes back would begin from: nothing. */
export interface InboxListener {
  onMessage(message: InboxNews, cursor: string): void;
  onEnd(reason: EndReason): void;
}

/**
 * Tells `listener` how much is unread in a person's inbox, at once and whenever that may have
 * changed, until the returned function is called.
 *
 * @throws TooMany
 */
export async function openInboxLive(userId: string, listener: InboxListener): Promise<() => void> {
  let isCounting = false;
  let hasNews = false;
  let isClosed = false;

  /** Of a burst, the first and the last are told. */
  async function tell(): Promise<void> {
    hasNews = true;
    if (isCounting) return;
    isCounting = true;
    try {
      while (hasNews && !isClosed) {
        hasNews = false;
        const unread = await countUnread(userId);
        if (!isClosed) listener.onMessage({ type: "news", unread }, "");
      }
    } catch (error) {
      log.warn({ err: error }, "could not count what is unread");
    } finally {
      isCounting = false;
    }
  }

  const close = liveHub().openPersonal({
    userId,
    onNews: () => void tell(),
    end: listener.onEnd,
  });
  void tell();
  return () => {
    isClosed = true;
    close();
  };
}
