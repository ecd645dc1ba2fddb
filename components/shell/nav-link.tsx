"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

import { classNames } from "@/components/ui/class-names";
import { LinkPending } from "@/components/ui/link-pending";

/** A link of the header, marked while one is there or below. */
export function NavLink({ href, children }: { href: Route; children: ReactNode }) {
  const path = usePathname();
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={path === href ? "page" : isHere ? "true" : undefined}
      className={classNames(
        "flex min-h-9 items-center rounded-md px-2 text-sm transition-colors hover:text-ink sm:px-3 pointer-coarse:min-h-11",
        isHere ? "font-medium text-ink" : "text-soft",
      )}
    >
      {children}
      <LinkPending />
    </Link>
  );
}
