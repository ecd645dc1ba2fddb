import type { Route } from "next";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { LinkPending } from "@/components/ui/link-pending";
import { DueDate } from "./due-date";

/** An assigned reading in a list, as a line in a table of contents: title, and when it is due. */
export function ReadingRow({ reading, zone, now, children }: ReadingRowProps) {
  const t = useTranslations("course");
  const format = useFormatter();
  const { title, readingTitle, readingAuthor, courseTimeZone } = reading;
  const isLocked = !reading.isOpen;
  const when = isLocked ? reading.opensAt : reading.dueAt;
  return (
    <li className="group relative grid gap-x-8 gap-y-1.5 border-b border-rule py-4 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3 className="font-serif text-lg leading-6 wrap-anywhere">
          <Link
            href={`/read/${reading.id}` as Route}
            className="after:absolute after:inset-0 group-hover:text-accent focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {title}
            <LinkPending />
          </Link>
        </h3>
        <p className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-soft">
          {title !== readingTitle && <span className="wrap-anywhere">{readingTitle}</span>}
          {readingAuthor && (
            <span className="wrap-anywhere">{t("by", { author: readingAuthor })}</span>
          )}
          {children}
        </p>
      </div>
      <p className="text-xs text-soft md:text-end">
        {reading.newCount > 0 && (
          <span className="me-3 font-semibold text-accent md:me-0 md:block">
            {t("newCount", { count: reading.newCount })}
          </span>
        )}
        {when && (
          <>
            <span className="me-3 font-medium text-ink md:me-0 md:block">
              {t(isLocked ? "opensIn" : "dueIn", {
                distance: format.relativeTime(new Date(when), new Date(now)),
                isPast: String(when < now),
              })}
            </span>
            <DueDate iso={when} zone={zone} courseZone={courseTimeZone} />
          </>
        )}
      </p>
    </li>
  );
}

/** What a row shows of an assignment. */
export interface ListedReading {
  id: string;
  courseTimeZone: string;
  title: string;
  readingTitle: string;
  readingAuthor: string;
  opensAt: string | null;
  dueAt: string | null;
  isOpen: boolean;
  newCount: number;
}

interface ReadingRowProps {
  reading: ListedReading;
  /** The reader's zone. */
  zone: string;
  now: string;
  /** More about it, in the line below the title. */
  children?: ReactNode;
}
