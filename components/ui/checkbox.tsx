import type { ComponentProps, ReactNode } from "react";

/** A yes or no with its words beside it. */
export function Checkbox({ children, ...rest }: ComponentProps<"input"> & { children: ReactNode }) {
  return (
    <label className="inline-flex items-start gap-2.5 text-sm pointer-coarse:py-2.5">
      <input type="checkbox" className="mt-0.5 size-4.5 shrink-0 accent-accent" {...rest} />
      <span>{children}</span>
    </label>
  );
}
