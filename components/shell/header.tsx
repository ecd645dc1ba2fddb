import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { InboxLink } from "@/components/inbox/inbox-link";
import { PaletteButton } from "@/components/palette/palette-button";
import { ThemeMenu } from "@/components/preferences/theme-menu";
import { LinkButton } from "@/components/ui/link-button";
import { AccountMenu } from "./account-menu";
import { Mark } from "./mark";
import { NavLink } from "./nav-link";

/** The top of every page. `children` stand in the middle: crumbs, or tools of the page. */
export function Header({ user, unread, children, ...ways }: HeaderProps) {
  const t = useTranslations("shell");
  return (
    <header className="border-b border-rule bg-paper" data-screen-only>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-ink px-4 py-2 text-sm text-paper focus:not-sr-only focus:fixed focus:inset-s-4 focus:top-3"
      >
        {t("skip")}
      </a>
      <div className="mx-auto flex h-14 max-w-7xl items-center gap-1 px-4 sm:gap-2 md:px-8">
        <Link
          href={user ? "/home" : "/"}
          className="-ms-1 flex items-center gap-2 rounded-md px-1 font-serif text-lg font-semibold pointer-coarse:min-h-11"
        >
          <Mark className="size-5.5" />
          <span className="max-sm:sr-only">{t("product")}</span>
        </Link>
        {user && (
          <nav aria-label={t("navigation")} className="flex sm:ms-4">
            {/* Where there is little room the mark alone leads home. */}
            <span className="contents max-sm:hidden">
              <NavLink href="/home">{t("home")}</NavLink>
            </span>
            <NavLink href="/library">{t("library")}</NavLink>
            {/* Where there is least, the search leads there. */}
            <span className="contents max-[22.5rem]:hidden">
              <NavLink href="/notebook">{t("notebook")}</NavLink>
            </span>
          </nav>
        )}
        <div className="flex min-w-0 flex-1 items-center">{children}</div>
        {user ? (
          <>
            <PaletteButton />
            <InboxLink unread={unread} />
            <AccountMenu user={user} {...ways} />
          </>
        ) : (
          <>
            <ThemeMenu />
            <LinkButton href="/sign-in" variant="quiet" size="sm">
              {t("signIn")}
            </LinkButton>
          </>
        )}
      </div>
    </header>
  );
}

interface HeaderProps {
  user: { id: string; name: string; email: string } | null;
  /** Threads in their inbox. */
  unread: number;
  signOut: () => Promise<void>;
  signOutEverywhere: () => Promise<void>;
  children?: ReactNode;
}
