import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { classNames } from "@/components/ui/class-names";
import { INBOX_FILTERS, type InboxFilter } from "@/lib/notifications/schema";

/** What of the inbox is shown: each an address of its own, so that it works without script. */
export function InboxFilters({ show }: { show: InboxFilter }) {
  const t = useTranslations("inbox");
  return (
    <nav aria-label={t("filters")} className="mb-6">
      <ul className="flex flex-wrap gap-1.5">
        {INBOX_FILTERS.map((filter) => (
          <li key={filter}>
            <Link
              href={(filter === "all" ? "/inbox" : `/inbox?show=${filter}`) as Route}
              aria-current={filter === show ? "page" : undefined}
              className={classNames(
                "inline-flex min-h-8 items-center rounded-md border px-2.5 text-sm transition-colors hover:bg-touched pointer-coarse:min-h-11",
                filter === show ? "border-accent bg-wash font-medium" : "border-edge text-soft",
              )}
            >
              {t(`filter.${filter}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
