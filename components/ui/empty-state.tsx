import type { ReactNode } from "react";

/** Says that there is nothing yet and what to do next. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="border-s-2 border-accent py-1 ps-5">
      <p className="font-serif text-lg text-ink">{title}</p>
      <div className="mt-1 max-w-prose text-soft">{children}</div>
      {actions && <div className="mt-4 flex flex-wrap gap-3">{actions}</div>}
    </div>
  );
}

interface EmptyStateProps {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}
