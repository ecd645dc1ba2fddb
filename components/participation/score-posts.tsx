import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { Time } from "@/components/ui/time";
import type { ShownBreakdown, ShownPost } from "@/lib/participation/shown";
import { roundPoints } from "@/lib/scoring";

/** Every post of a score in its passage, with what it earned or why it earned nothing. */
export function ScorePosts({ breakdown, ...shared }: ScorePostsProps) {
  const t = useTranslations("score");
  const { posts, grading } = breakdown;
  return (
    <Section title={t("posts")} aside={posts.length || undefined}>
      {posts.length === 0 && <p className="mt-4 text-sm text-soft">{t("noPosts")}</p>}
      <ol>
        {posts.map((post, at) => (
          <Post key={post.id} post={post} number={at + 1} grading={grading} {...shared} />
        ))}
      </ol>
    </Section>
  );
}

function Post({ post, number, grading, assignmentId, wordMinimum, zone }: PostProps) {
  const t = useTranslations("score");
  const { id, threadId, kind, createdAt, words, quote, points, reason, daysLate, factor } = post;
  return (
    <li id={`post-${id}`} className="scroll-mt-20 border-b border-rule py-4 text-sm target:bg-wash">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-xs text-soft">
        <span>
          {t("postLink", { kind, number })} · <Time iso={createdAt} zone={zone} />
        </span>
        <span className={reason === null ? "font-medium text-ink" : undefined}>
          {reason !== null
            ? t("reason", { reason, minimum: wordMinimum })
            : grading === "points"
              ? t("earned", { points: roundPoints(points) })
              : t("counts")}
        </span>
      </p>
      {daysLate > 0 && factor > 0 && (
        <p className="text-end text-xs text-soft">
          {t("lateBy", { days: daysLate, percent: Math.round(factor * 100) })}
        </p>
      )}
      {words === null ? (
        <p className="mt-2 text-soft italic">{t("deleted")}</p>
      ) : (
        <>
          {quote ? (
            <blockquote className="mt-2 line-clamp-3 border-s-2 border-edge ps-3 font-serif text-soft italic wrap-anywhere">
              {quote}
            </blockquote>
          ) : (
            <p className="mt-2 text-xs text-soft">{t("wholeText")}</p>
          )}
          <p className="mt-2 wrap-anywhere whitespace-pre-line">{words}</p>
          <Link
            href={`/read/${assignmentId}#a-${threadId}` as Route}
            className="prose-link mt-1 inline-block py-1 text-xs"
          >
            {t("show")}
          </Link>
        </>
      )}
    </li>
  );
}

interface Shared {
  assignmentId: string;
  wordMinimum: number;
  /** The reader's. */
  zone: string;
}

interface ScorePostsProps extends Shared {
  breakdown: ShownBreakdown;
}

interface PostProps extends Shared {
  post: ShownPost;
  number: number;
  grading: "points" | "complete";
}
