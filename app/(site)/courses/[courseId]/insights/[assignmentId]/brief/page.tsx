import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { BriefParts } from "@/components/insight/brief-parts";
import { LiveRefresh } from "@/components/insight/live-refresh";
import { PrintPageButton } from "@/components/insight/print-page-button";
import { QuestionList, TagList, VoicesList } from "@/components/insight/thread-lists";
import { loadInsight } from "../load-insight";

type Props = PageProps<"/courses/[courseId]/insights/[assignmentId]/brief">;

const QUESTIONS = 5;
const VOICES = 4;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { courseId, assignmentId } = await params;
  const { insight } = await loadInsight(courseId, assignmentId);
  const t = await getTranslations("insight");
  return { title: t("briefOf", { title: insight.title }) };
}

/** What one looks at in the minute before class, on one page of paper. */
export default async function BriefPage({ params }: Props) {
  const { courseId, assignmentId } = await params;
  const { insight } = await loadInsight(courseId, assignmentId);
  const t = await getTranslations("insight");
  const { begun, people, openCount, parts } = insight;
  const posts = parts.reduce((sum, part) => sum + part.posts, 0);
  return (
    <>
      <LiveRefresh assignmentId={insight.assignmentId} />
      <div className="mt-8 flex flex-wrap items-start justify-between gap-4 md:mt-10">
        <div className="min-w-0">
          <h2 className="font-serif text-xl wrap-anywhere">{insight.title}</h2>
          <p className="mt-1 text-sm text-soft">
            {t("briefLine", { begun, people, posts, open: openCount })}
          </p>
        </div>
        <PrintPageButton>{t("print")}</PrintPageButton>
      </div>
      <div className="mt-8 grid gap-x-12 gap-y-10 md:grid-cols-2 print:grid-cols-2 print:gap-y-6">
        <QuestionList insight={insight} most={QUESTIONS} />
        <div className="space-y-10 print:space-y-6">
          <BriefParts parts={parts} />
          <VoicesList insight={insight} most={VOICES} />
          <TagList insight={insight} />
        </div>
      </div>
    </>
  );
}
