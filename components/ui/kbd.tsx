import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 rounded-sm border border-edge px-1 text-center font-sans text-xs leading-4">
      {children}
    </kbd>
  );
}
