import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { KindIcon, type ShownKind, shownKind } from "@/components/search/kind-icon";
import { Badge } from "@/components/ui/badge";
import { Marked } from "@/components/ui/marked";
import { Time } from "@/components/ui/time";
import type { EntryView } from "@/lib/notebook/shown";

/** One entry of a notebook: the passage, what was written of it, and the way back to it. */
export function NotebookEntry({ entry, zone, isUnderReading }: NotebookEntryProps) {
  const t = useTranslations("notebook");
  const { source, quote, words, where, kind, audience } = entry;
  return (
    <li className="group relative border-b border-rule py-5">
      <article>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-soft">
          <KindIcon kind={iconOf(entry)} />
          <span>
            {t("kindOf", {
              source,
              kind: kind ?? "COMMENT",
              isReply: String(entry.isReply),
              isPrivate: String(audience === "ONLY_ME"),
            })}
          </span>
          {source === "saved" && entry.author && (
            <span className="wrap-anywhere">{t("by", { name: entry.author.name })}</span>
          )}
          {audience === "INSTRUCTORS" && <Badge>{t("forInstructors")}</Badge>}
          {audience === "GROUP" && <Badge>{t("forGroup")}</Badge>}
          {kind === "QUESTION" && !entry.isReply && entry.isAnswered && (
            <Badge>{t("answered")}</Badge>
          )}
          {entry.isDetached && source !== "draft" && <Badge strong>{t("detached")}</Badge>}
          <Time iso={entry.at} zone={zone} isDay />
        </p>
        {quote && (
          <blockquote className="mt-2 border-s-2 border-edge ps-3 font-serif leading-relaxed whitespace-pre-line wrap-anywhere">
            <Marked {...quote} />
          </blockquote>
        )}
        {words && (
          <p className="mt-2 whitespace-pre-line wrap-anywhere">
            <Marked {...words} />
          </p>
        )}
        <p className="mt-2 text-xs text-faint wrap-anywhere">
          <Link
            href={entry.href as Route}
            aria-label={t("goTo", {
              title: where.title,
              quote: (quote ?? words)?.text.slice(0, 60) ?? "",
            })}
            className="after:absolute after:inset-0 group-hover:text-accent group-hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {isUnderReading ? t("show") : `${where.title} · ${where.courseTitle}`}
          </Link>
        </p>
      </article>
    </li>
  );
}

interface NotebookEntryProps {
  entry: EntryView;
  /** The reader's. */
  zone: string;
  /** It stands below the title of its reading. */
  isUnderReading: boolean;
}

function iconOf({ source, kind, audience, isReply }: EntryView): ShownKind {
  if (source === "saved" || source === "draft") return source;
  return shownKind({ kind: kind ?? "COMMENT", audience: audience ?? "", isReply });
}
