import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { EmptyState } from "@/components/ui/empty-state";
import { Pages } from "@/components/ui/pages";
import type { SearchView } from "@/lib/search/queries";
import { FoundPersonItem } from "./found-person";
import { FoundPostItem } from "./found-post";
import { FoundReadingItem } from "./found-reading";

/** What was found: people and readings first, as there are few of them, then the discussion. */
export function SearchResults({ q, found, isFirstPage, zone }: SearchResultsProps) {
  const t = useTranslations("search");
  const { people, readings, posts, more, nextCursor } = found;
  const isNothing = people.length + readings.length + posts.length === 0;
  const to = (query: Record<string, string>) => `/search?${new URLSearchParams(query)}`;
  if (isNothing) {
    return (
      <EmptyState title={t("nothing")}>
        <p>{t("nothingText")}</p>
      </EmptyState>
    );
  }
  const all = (kind: string) => (
    <Link href={to({ q: `${q} kind:${kind}` }) as Route} className="underline">
      {t("all", { kind })}
    </Link>
  );
  return (
    <div className="space-y-12">
      {people.length > 0 && (
        <Section title={t("people")} aside={more.people && all("person")}>
          <ul className="sm:grid sm:grid-cols-2 sm:gap-x-8">
            {people.map((person) => (
              <FoundPersonItem key={`${person.courseId} ${person.userId}`} person={person} />
            ))}
          </ul>
        </Section>
      )}
      {readings.length > 0 && (
        <Section title={t("readings")} aside={more.readings && all("reading")}>
          <ul>
            {readings.map((reading) => (
              <FoundReadingItem key={reading.id} reading={reading} />
            ))}
          </ul>
        </Section>
      )}
      {posts.length > 0 && (
        <Section title={t("discussion")}>
          <ul>
            {posts.map((post) => (
              <FoundPostItem key={post.id} post={post} zone={zone} />
            ))}
          </ul>
        </Section>
      )}
      <Pages
        label={t("pages")}
        first={isFirstPage ? null : { href: to({ q }), label: t("first") }}
        next={nextCursor ? { href: to({ q, cursor: nextCursor }), label: t("next") } : null}
      />
    </div>
  );
}

interface SearchResultsProps {
  q: string;
  found: SearchView;
  isFirstPage: boolean;
  /** The reader's. */
  zone: string;
}
