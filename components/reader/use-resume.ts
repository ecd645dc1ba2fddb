import { useEffect } from "react";

import { api } from "./api";
import { isPast } from "./is-past";
import { useReader } from "./reader-context";

/**
 * What has to happen once when the page has come alive: marks that did not come with it are
 * fetched, what an earlier page could not send is sent, and the visit is remembered.
 */
export function useResume({ hasMore, onMarks }: ResumeOptions): void {
  const { assignment, store, actions, surface } = useReader();

  useEffect(() => {
    if (!hasMore) return;
    let isGone = false;
    api
      .listMarks(assignment)
      .then((view) => {
        if (!isGone) store.addMarks(view);
      })
      // Those that came with the page are there; the live stream brings the new ones.
      .catch(() => undefined)
      .finally(() => onMarks(true));
    return () => {
      isGone = true;
    };
  }, [hasMore, assignment, store, onMarks]);

  useEffect(() => {
    if (surface) actions.resume(surface.text);
  }, [surface, actions]);

  useEffect(() => {
    // Who looks back has not seen what is new.
    if (isPast(assignment.revision)) return;
    const remember = () => void api.markSeen(assignment.id).catch(() => undefined);
    const onHide = () => document.hidden && remember();
    remember();
    document.addEventListener("visibilitychange", onHide);
    return () => document.removeEventListener("visibilitychange", onHide);
  }, [assignment.id, assignment.revision]);
}

interface ResumeOptions {
  hasMore: boolean;
  onMarks: (areKnown: boolean) => void;
}
