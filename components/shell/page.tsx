import type { ReactNode } from "react";

import { classNames } from "@/components/ui/class-names";

/** A page with a margin: what one came for, and beside it what goes with it. */
export function Page({ above, title, lead, actions, margin, isWide, children }: PageProps) {
  return (
    <div
      className={classNames(
        "mx-auto w-full px-4 pt-8 pb-24 md:px-8 md:pt-12",
        isWide ? "max-w-7xl" : "max-w-[66rem]",
      )}
    >
      {above && <div className="mb-3">{above}</div>}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="font-serif text-2xl font-medium wrap-anywhere md:text-3xl">{title}</h1>
          {lead && <p className="mt-2 max-w-prose text-soft">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-3 md:pt-1">{actions}</div>}
      </div>
      <Columns margin={margin}>{children}</Columns>
    </div>
  );
}

/** The text column and, on wide screens, the margin beside it. */
export function Columns({ margin, children }: { margin?: ReactNode; children: ReactNode }) {
  if (!margin) return <div className="mt-8 md:mt-10">{children}</div>;
  return (
    <div className="mt-8 grid gap-x-16 gap-y-14 md:mt-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="min-w-0">{children}</div>
      <div className="min-w-0">{margin}</div>
    </div>
  );
}

interface PageProps {
  /** Crumbs, as a rule. */
  above?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  margin?: ReactNode;
  /** For two things side by side. */
  isWide?: boolean;
  children: ReactNode;
}
