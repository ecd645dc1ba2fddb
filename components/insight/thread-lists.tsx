import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Section } from "@/components/shell/section";
import type { AssignmentInsight } from "@/lib/insight/present";

interface ListProps {
  insight: AssignmentInsight;
  /** How many at most. */
  most?: number;
}

/** Questions that nobody called answered, by how many ask them; by their words, not by who asked. */
export function QuestionList({ insight, most = 10 }: ListProps) {
  const t = useTranslations("insight");
  const { assignmentId, questions, openCount } = insight;
  return (
    <Section
      title={t("openQuestions")}
      aside={openCount > 0 && t("openCount", { count: openCount })}
    >
      {questions.length === 0 && <p className="mt-3 text-sm text-soft">{t("noQuestions")}</p>}
      <ol>
        {questions.slice(0, most).map(({ id, quote, words, tooCount, replyCount }) => (
          <Thread
            key={id}
            href={`/read/${assignmentId}#a-${id}`}
            quote={quote}
            about={t("asked", { too: tooCount, replies: replyCount })}
          >
            {words}
          </Thread>
        ))}
      </ol>
    </Section>
  );
}

/** Threads in which the most people talk. */
export function VoicesList({ insight, most = 10 }: ListProps) {
  const t = useTranslations("insight");
  const { assignmentId, voices } = insight;
  return (
    <Section title={t("voices")}>
      {voices.length === 0 && <p className="mt-3 text-sm text-soft">{t("noVoices")}</p>}
      <ol>
        {voices.slice(0, most).map(({ id, quote, voices: people, posts }) => (
          <Thread
            key={id}
            href={`/read/${assignmentId}#a-${id}`}
            quote={quote || t("whole")}
            about={t("voicesCount", { people, posts })}
          />
        ))}
      </ol>
    </Section>
  );
}

function Thread({ href, quote, about, children }: ThreadProps) {
  return (
    <li className="group relative border-b border-rule py-3 break-inside-avoid">
      <p className="line-clamp-2 font-serif text-soft italic wrap-anywhere">
        <Link
          href={href as Route}
          className="after:absolute after:inset-0 group-hover:text-accent focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
        >
          {quote || about}
        </Link>
      </p>
      {children && <p className="mt-1 line-clamp-3 text-sm wrap-anywhere">{children}</p>}
      <p className="mt-1 text-xs text-soft">{about}</p>
    </li>
  );
}

interface ThreadProps {
  href: string;
  quote: string;
  about: string;
  children?: ReactNode;
}

/** The tags of the discussion, each with how often it stands there. */
export function TagList({ insight: { tags } }: ListProps) {
  const t = useTranslations("insight");
  if (tags.length === 0) return null;
  return (
    <Section title={t("tags")}>
      <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-2 text-sm">
        {tags.map(({ name, count }) => (
          <li key={name} className="wrap-anywhere">
            #{name} <span className="text-soft tabular-nums">{count}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
