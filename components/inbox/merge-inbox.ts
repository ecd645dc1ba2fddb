import type { InboxThreadView } from "@/lib/notifications/present";
import type { InboxPage } from "@/lib/notifications/queries";
import type { InboxFilter } from "@/lib/notifications/schema";

/**
 * The list with what the server has now at its beginning. What was loaded beyond that stays; what
 * the beginning should hold and does not, is gone. Where only what is unread is shown, what was
 * read here stays until the reader goes: it must not vanish under their eyes.
 */
export function mergeInbox(
  shown: readonly InboxThreadView[],
  { threads, nextCursor }: InboxPage,
  show: InboxFilter,
): InboxThreadView[] {
  const fresh = new Set(threads.map(({ annotationId }) => annotationId));
  const end = nextCursor === null ? "" : (threads.at(-1)?.at ?? "");
  const kept = shown
    .filter(({ annotationId }) => !fresh.has(annotationId))
    .filter(({ at, isUnread }) => at < end || (show === "unread" && !isUnread));
  return [...threads, ...kept].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** The list with more of it at its end. */
export function withMore(
  shown: readonly InboxThreadView[],
  { threads }: InboxPage,
): InboxThreadView[] {
  const known = new Set(shown.map(({ annotationId }) => annotationId));
  return [...shown, ...threads.filter(({ annotationId }) => !known.has(annotationId))];
}
