import { classNames } from "./class-names";

/** The place of a line of text that is on its way. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames("block h-4 animate-pulse rounded-sm bg-touched", className)}
    />
  );
}
