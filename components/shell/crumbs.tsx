import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** The way from the top to this page; the page itself is named by its heading. */
export function Crumbs({ crumbs }: { crumbs: { href: Route; label: string }[] }) {
  const t = useTranslations("shell");
  return (
    <nav aria-label={t("crumbs")} className="min-w-0 text-sm text-soft">
      <ol className="flex min-w-0 items-center gap-2">
        {crumbs.map(({ href, label }, index) => (
          <li key={href} className="flex min-w-0 items-center gap-2">
            {index > 0 && <span aria-hidden="true">/</span>}
            <Link href={href} className="truncate py-1 hover:text-ink hover:underline">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
