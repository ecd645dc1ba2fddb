import type { ReactNode } from "react";

import { classNames } from "./class-names";

/** A word about something, such as a state or a role; `strong` when it asks for attention. */
export function Badge({ children, strong = false }: { children: ReactNode; strong?: boolean }) {
  return (
    <span
      className={classNames(
        "inline-flex shrink-0 items-center rounded-sm border px-1.5 text-xs whitespace-nowrap",
        strong ? "border-accent font-medium text-accent" : "border-rule text-soft",
      )}
    >
      {children}
    </span>
  );
}
