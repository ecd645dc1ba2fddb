"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Posts come in crowds; so often the page is made anew at most. */
const APART_MS = 3_000;

/** Keeps a page of the server's up to date with an assignment's discussion while it is looked at. */
export function LiveRefresh({ assignmentId }: { assignmentId: string }) {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        router.refresh();
      }, APART_MS);
    };
    const source = new EventSource(`/api/v1/assignments/${assignmentId}/events`);
    for (const type of ["thread", "comment", "removed", "revision", "reset"]) {
      source.addEventListener(type, soon);
    }
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [assignmentId, router]);
  return null;
}
