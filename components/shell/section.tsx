import { type ReactNode, useId } from "react";

/** A part of a page under its own heading. */
export function Section({ title, aside, className, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={className}>
      <div className="flex items-baseline justify-between gap-4 border-b border-rule pb-2">
        <h2 id={id} className="text-sm font-semibold">
          {title}
        </h2>
        {aside && <div className="text-xs text-soft">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

interface SectionProps {
  title: ReactNode;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}
