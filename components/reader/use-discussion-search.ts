import { useEffect, useState } from "react";

import type { FoundComment } from "@/lib/annotations/search";
import { api } from "./api";
import { useReader } from "./reader-context";

/** Somebody who types on has not asked yet. */
const PAUSE_MS = 250;

export interface DiscussionSearch {
  state: "idle" | "searching" | "done" | "failed";
  rows: FoundComment[];
  hasMore: boolean;
  showMore(): void;
  retry(): void;
}

interface Answer {
  q: string;
  rows: FoundComment[];
  nextCursor: string | null;
  isFailed: boolean;
}

/** Searches what was written in the margin, on the server: most of it is not loaded here. */
export function useDiscussionSearch(query: string): DiscussionSearch {
  const { assignment } = useReader();
  const q = query.trim();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    if (q === "") return;
    let isGone = false;
    const timer = setTimeout(() => {
      api
        .search(assignment, q)
        .then((page) => !isGone && setAnswer({ q, ...page, isFailed: false }))
        .catch(() => !isGone && setAnswer({ q, rows: [], nextCursor: null, isFailed: true }));
    }, PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [assignment, q, attempt]);

  function retry(): void {
    setAnswer(null);
    setAttempt((count) => count + 1);
  }

  useEffect(() => {
    const again = () => setAttempt((count) => count + 1);
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, []);

  function showMore(): void {
    const cursor = answer?.nextCursor;
    if (!cursor) return;
    api
      .search(assignment, q, cursor)
      .then((page) =>
        setAnswer((before) =>
          before?.q === q && before.nextCursor === cursor
            ? { ...page, q, rows: [...before.rows, ...page.rows], isFailed: false }
            : before,
        ),
      )
      // What was found stays, and can be asked for more again.
      .catch(() => undefined);
  }

  const known = answer?.q === q ? answer : null;
  return {
    state: q === "" ? "idle" : !known ? "searching" : known.isFailed ? "failed" : "done",
    rows: known?.rows ?? [],
    hasMore: (known?.nextCursor ?? null) !== null,
    showMore,
    retry,
  };
}
