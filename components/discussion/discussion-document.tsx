import { useTranslations } from "next-intl";

import { Pages } from "@/components/ui/pages";
import type { DiscussionView, ThreadGroup } from "@/lib/annotations/discussion";
import type { AssignmentView } from "@/lib/assignments/present";
import { DiscussionThread } from "./discussion-thread";

/** A reading and its discussion as one document, to be read from the top to the end. */
export function DiscussionDocument({ assignment, discussion, zone }: DiscussionDocumentProps) {
  const t = useTranslations("reader");
  const { reading } = assignment;
  const { pieces, whole, detached, from, previous, next } = discussion;
  const href = `/read/${assignment.id}`;
  const here = `${href}/discussion`;
  const shared = { href, zone };

  return (
    <div className="discussion">
      <p className="rubric">{t("linear.title")}</p>
      <h1 lang={reading.language} className="mt-2 font-serif text-3xl font-medium wrap-anywhere">
        {reading.title}
      </h1>
      <p className="mt-3 text-sm">
        <a href={href} className="prose-link">
          {t("linear.toReading")}
        </a>
      </p>
      {from > 0 && <p className="mt-6 text-sm text-soft">{t("linear.goesOn")}</p>}
      <Group group={whole} title={t("onWhole")} {...shared} />
      <article aria-label={reading.title} className="mt-8">
        {pieces.map((piece) => (
          <div key={piece.from} className="discussion-piece">
            <div
              className="reading-text"
              lang={reading.language || undefined}
              dir="auto"
              // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered from the reading schema, which has no scripts
              dangerouslySetInnerHTML={{ __html: piece.html }}
            />
            <Threads group={piece.discussion} {...shared} />
          </div>
        ))}
      </article>
      <Group group={detached} title={t("linear.detached")} {...shared} />
      <Pages
        label={t("linear.pages")}
        first={
          previous === null
            ? null
            : { href: `${here}?from=${previous}`, label: t("linear.previous") }
        }
        next={next === null ? null : { href: `${here}?from=${next}`, label: t("linear.next") }}
      />
    </div>
  );
}

function Group({ title, ...rest }: ThreadsProps & { title: string }) {
  if (rest.group.threads.length === 0) return null;
  return (
    <section aria-label={title} className="mt-8">
      <h2 className="text-lg font-semibold">{title}</h2>
      <Threads {...rest} />
    </section>
  );
}

function Threads({ group: { threads, more }, href, zone }: ThreadsProps) {
  const t = useTranslations("reader");
  if (threads.length === 0) return null;
  return (
    <div className="discussion-threads">
      {threads.map((thread) => (
        <DiscussionThread key={thread.id} thread={thread} href={href} zone={zone} />
      ))}
      {more > 0 && <p className="text-sm text-soft">{t("linear.more", { count: more })}</p>}
    </div>
  );
}

interface ThreadsProps {
  group: ThreadGroup;
  href: string;
  zone: string;
}

interface DiscussionDocumentProps {
  assignment: AssignmentView;
  discussion: DiscussionView;
  zone: string;
}
