"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";

import { classNames } from "./class-names";
import { LinkPending } from "./link-pending";

/** Pages that lie side by side, as a row of links; the present one is marked. */
export function Tabs({ label, tabs }: { label: string; tabs: { href: Route; label: string }[] }) {
  const path = usePathname();
  const [first] = tabs;
  return (
    <nav aria-label={label} className="-mb-px flex gap-6 overflow-x-auto">
      {tabs.map(({ href, label: name }) => {
        // All pages lie below the first tab's; those below another belong to it.
        const isBelow = href !== first?.href && path.startsWith(`${href}/`);
        const isHere = path === href || isBelow;
        return (
          <Link
            key={href}
            href={href}
            aria-current={isBelow ? "true" : isHere ? "page" : undefined}
            className={classNames(
              "flex min-h-11 items-center border-b-2 text-sm transition-colors -outline-offset-2",
              isHere
                ? "border-accent font-medium text-ink"
                : "border-transparent text-soft hover:border-edge hover:text-ink",
            )}
          >
            {name}
            <LinkPending />
          </Link>
        );
      })}
    </nav>
  );
}
