import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { Badge } from "@/components/ui/badge";
import { Marked } from "@/components/ui/marked";
import { Time } from "@/components/ui/time";
import type { FoundPost } from "@/lib/search/present";
import { KindIcon, shownKind } from "./kind-icon";

/** A comment or highlight that was found: its words, its passage, and the way there. */
export function FoundPostItem({ post, zone }: { post: FoundPost; zone: string }) {
  const t = useTranslations("search");
  const kind = shownKind(post);
  const main = post.words ?? post.quote;
  return (
    <li className="group relative border-b border-rule py-4">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-soft">
        <KindIcon kind={kind} />
        <span>{t("kind", { kind })}</span>
        {post.author && (
          <span className="font-medium text-ink wrap-anywhere">{post.author.name}</span>
        )}
        {post.author?.isStaff && <Badge>{t("staff")}</Badge>}
        {post.isAnswered && !post.isReply && <Badge>{t("answered")}</Badge>}
        <Time iso={post.createdAt} zone={zone} isDay />
      </p>
      <h3 className="mt-1.5 text-pretty wrap-anywhere">
        <Link
          href={`/read/${post.where.id}#a-${post.annotationId}` as Route}
          className="after:absolute after:inset-0 group-hover:text-accent focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
        >
          {main ? <Marked {...main} /> : t("whole")}
        </Link>
      </h3>
      {post.words && post.quote && (
        <blockquote className="mt-2 line-clamp-2 border-s-2 border-edge ps-3 font-serif text-sm text-soft wrap-anywhere">
          <Marked {...post.quote} />
        </blockquote>
      )}
      <p className="mt-2 text-xs text-faint wrap-anywhere">
        {post.where.title} · {post.where.courseTitle}
      </p>
    </li>
  );
}
