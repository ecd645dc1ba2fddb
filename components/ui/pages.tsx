import type { Route } from "next";

import { LinkButton } from "./link-button";

/** The ways from one page of a long list to the next and back to the first. */
export function Pages({ label, first, next }: PagesProps) {
  if (!first && !next) return null;
  return (
    <nav aria-label={label} className="mt-5 flex flex-wrap gap-3">
      {first && <LinkButton href={first.href as Route}>{first.label}</LinkButton>}
      {next && <LinkButton href={next.href as Route}>{next.label}</LinkButton>}
    </nav>
  );
}

interface PagesProps {
  label: string;
  first: { href: string; label: string } | null;
  next: { href: string; label: string } | null;
}
