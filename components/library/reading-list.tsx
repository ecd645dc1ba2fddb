import Link from "next/link";
import { useTranslations } from "next-intl";

import { Pages } from "@/components/ui/pages";
import { Time } from "@/components/ui/time";

/** A library as a list of titles, newest first, one page at a time. */
export function ReadingList({ page, isFirstPage, zone, narrowed }: ReadingListProps) {
  const t = useTranslations("library");
  const toPage = (cursor?: string) =>
    `/library?${new URLSearchParams({ ...narrowed, ...(cursor ? { cursor } : {}) })}`;
  return (
    <>
      <ul className="border-t border-rule">
        {page.readings.map(({ id, title, author, source, createdAt, sharedBy, tags }) => (
          <li
            key={id}
            className="group relative grid gap-x-8 gap-y-1 border-b border-rule py-4 md:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div className="min-w-0">
              <h2 className="font-serif text-lg leading-6 wrap-anywhere">
                <Link
                  href={`/library/${id}`}
                  className="after:absolute after:inset-0 group-hover:text-accent focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
                >
                  {title}
                </Link>
              </h2>
              <p className="mt-1 text-xs text-soft wrap-anywhere">
                {[author, source, ...tags.map((tag) => `#${tag}`)].filter(Boolean).join(" · ")}
              </p>
              {sharedBy && (
                <p className="mt-1 text-xs text-soft wrap-anywhere">
                  {t("sharedBy", { name: sharedBy })}
                </p>
              )}
            </div>
            <p className="text-xs text-faint md:pt-1">
              {t.rich("added", { time: () => <Time iso={createdAt} zone={zone} isDay /> })}
            </p>
          </li>
        ))}
      </ul>
      <Pages
        label={t("pages")}
        first={isFirstPage ? null : { href: toPage(), label: t("first") }}
        next={page.nextCursor ? { href: toPage(page.nextCursor), label: t("next") } : null}
      />
    </>
  );
}

interface ReadingListProps {
  page: {
    readings: {
      id: string;
      title: string;
      author: string;
      source: string;
      createdAt: string;
      sharedBy: string | null;
      tags: string[];
    }[];
    nextCursor: string | null;
  };
  isFirstPage: boolean;
  /** What the library is narrowed to, as its address says it. */
  narrowed: Record<string, string>;
  /** The reader's. */
  zone: string;
}
