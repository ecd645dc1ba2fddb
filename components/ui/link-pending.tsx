"use client";

import { useLinkStatus } from "next/link";

/** Stands inside a link: a dot that appears when the page behind it lets one wait. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={
        pending
          ? "ms-2 inline-block size-1.5 animate-pulse rounded-full bg-accent transition-opacity delay-150 duration-150 starting:opacity-0"
          : "hidden"
      }
    />
  );
}
