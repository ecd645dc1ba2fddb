import Link from "next/link";
import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { Time } from "@/components/ui/time";
import type { RevisionCard } from "@/lib/revisions/queries";

/** The revisions of a reading, newest first. */
export function RevisionList({ readingId, revisions, zone }: RevisionListProps) {
  const t = useTranslations("revisions.list");
  return (
    <Section title={t("title")}>
      <ol>
        {revisions.map(({ number, publishedAt, publishedBy, isCurrent }) => (
          <li key={number} className="border-b border-rule py-3 text-sm">
            <p className="flex items-baseline justify-between gap-3">
              <span className="font-medium">{t("revision", { number })}</span>
              {isCurrent && <span className="text-xs text-soft">{t("current")}</span>}
            </p>
            <p className="mt-0.5 text-xs text-soft wrap-anywhere">
              <Time iso={publishedAt} zone={zone} />
              {publishedBy && <> · {t("by", { name: publishedBy })}</>}
            </p>
            {number > 1 && (
              <p className="mt-0.5 text-xs">
                <Link
                  href={`/library/${readingId}/compare?from=${number - 1}&to=${number}`}
                  className="prose-link text-soft"
                >
                  {t("compare")}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

interface RevisionListProps {
  readingId: string;
  revisions: RevisionCard[];
  zone: string;
}
