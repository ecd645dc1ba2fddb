import { useTranslations } from "next-intl";
import { useEffect } from "react";

import type { LiveMessage } from "@/lib/annotations/live";
import { api } from "./api";
import { applyLive, type News, type ThreadMessage } from "./apply-live";
import { isPast } from "./is-past";
import { moveDraft } from "./merged-draft";
import { useReader } from "./reader-context";

const RETRY_LEAST_MS = 1_000;
const RETRY_MOST_MS = 30_000;
/** A hidden tab gives its connection back: browsers allow a site only a few over HTTP/1.1. */
const HIDDEN_MS = 15_000;

type Told<Type> = Extract<LiveMessage, { type: Type }>;

/**
 * Keeps the page up to date with what others write, from `cursor` on. A lost connection is made
 * again where it broke off, ever more patiently, and at once when the network is back or the tab
 * is looked at again.
 */
export function useLive(cursor: string): void {
  const t = useTranslations("reader");
  const { assignment, store, actions, company, writer, surface } = useReader();

  useEffect(() => {
    // An older text is looked back on as it is: what is written now is written on the present one.
    if (!surface || isPast(assignment.revision)) return;
    let last = cursor;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hiddenTimer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;

    function open(): void {
      clearTimeout(timer);
      source?.close();
      const path = `/api/v1/assignments/${assignment.id}/events`;
      const made = new EventSource(`${path}?after=${encodeURIComponent(last)}`);
      source = made;
      made.onopen = () => {
        failures = 0;
        store.connect("live");
        actions.flush();
      };
      made.onerror = () => {
        store.connect(navigator.onLine ? "connecting" : "offline");
        company.clear();
        // The browser comes back by itself unless it was answered with an error.
        if (made.readyState === EventSource.CLOSED) later();
      };
      for (const type of ["thread", "comment", "removed"] as const) {
        hear(made, type, (told: Omit<ThreadMessage, "type">) => {
          const message = { type, ...told } as ThreadMessage;
          const news = applyLive(store, message);
          if (message.type === "removed") goOnWriting(message);
          if (news) company.wrote(news.annotationId, news.author.id);
          if (news && news.author.id !== writer.id) announce(news);
        });
      }
      // These are of the moment: where to go on is where it was.
      for (const type of ["presence", "writing"] as const) {
        made.addEventListener(type, (event: MessageEvent<string>) =>
          company.hear({ type, ...JSON.parse(event.data) }),
        );
      }
      hear(made, "revision", ({ revisionId }: Told<"revision">) => {
        if (revisionId !== assignment.revisionId) store.revise();
      });
      const reload = async () => {
        const marks = await api.listMarks(assignment);
        if (marks.revisionId === assignment.revisionId) store.reload(marks);
        else store.revise();
      };
      hear(made, "reset", reload);
      // What may be done in every thread is another now.
      hear(made, "assignment", reload);
      made.addEventListener("end", (event) => {
        const { reason }: { reason: string } = JSON.parse(event.data);
        made.close();
        company.clear();
        if (reason !== "access") return later();
        // A changed role ends the stream as well: only a refusal to open it again is final.
        later(true);
      });
    }

    /** Who writes in a thread that was merged goes on where its words are now. */
    function goOnWriting({ annotationId, mergedIntoId }: Told<"removed">): void {
      const { place, marks } = store.getState();
      if (!mergedIntoId || !marks.has(mergedIntoId)) return;
      if (!place || place.type === "new" || place.annotationId !== annotationId) return;
      const desk = { userId: writer.id, assignmentId: assignment.id };
      store.focus(mergedIntoId);
      store.write(moveDraft(desk, place, mergedIntoId));
    }

    function hear<T>(from: EventSource, type: string, then: (message: T) => void): void {
      from.addEventListener(type, (event: MessageEvent<string>) => {
        last = event.lastEventId;
        then(JSON.parse(event.data));
      });
    }

    function announce({ annotationId, start, author, isThread }: News): void {
      store.arrive(annotationId, { isHeld: isThread && (surface?.isAbove(start) ?? false) });
      store.say(t("newCommentBy", { name: author.name }));
    }

    async function later(isInDoubt = false): Promise<void> {
      clearTimeout(timer);
      failures += 1;
      if ((isInDoubt || failures === 3) && (await isRefused(assignment.id))) {
        store.connect("ended");
        return;
      }
      const wait = Math.min(RETRY_MOST_MS, RETRY_LEAST_MS * 2 ** (failures - 1));
      timer = setTimeout(open, wait * (0.5 + Math.random()));
    }

    function onVisibility(): void {
      clearTimeout(hiddenTimer);
      if (document.hidden) {
        hiddenTimer = setTimeout(() => {
          source?.close();
          source = null;
          company.clear();
        }, HIDDEN_MS);
      } else if (!source && store.getState().connection !== "ended") open();
    }

    function onOnline(): void {
      failures = 0;
      open();
      actions.flush();
    }

    const onOffline = () => store.connect("offline");
    open();
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("online", onOnline);
    window.addEventListener("offline", onOffline);
    return () => {
      clearTimeout(timer);
      clearTimeout(hiddenTimer);
      source?.close();
      company.clear();
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("online", onOnline);
      window.removeEventListener("offline", onOffline);
    };
  }, [assignment, cursor, store, actions, company, writer.id, surface, t]);
}

/** EventSource hides the status of a refusal, so the question is asked once more in the open. */
async function isRefused(assignmentId: string): Promise<boolean> {
  try {
    const answer = await fetch(`/api/v1/assignments/${assignmentId}/marks`, { method: "HEAD" });
    return [401, 403, 404].includes(answer.status);
  } catch {
    return false;
  }
}
