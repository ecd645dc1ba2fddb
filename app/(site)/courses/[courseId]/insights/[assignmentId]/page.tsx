import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Begun } from "@/components/insight/begun";
import { LiveRefresh } from "@/components/insight/live-refresh";
import { PartTable } from "@/components/insight/part-table";
import { QuestionList, TagList, VoicesList } from "@/components/insight/thread-lists";
import { Columns } from "@/components/shell/page";
import { Section } from "@/components/shell/section";
import { GoButton } from "@/components/ui/go-button";
import { remindAction } from "./actions";
import { loadInsight } from "./load-insight";

type Props = PageProps<"/courses/[courseId]/insights/[assignmentId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { courseId, assignmentId } = await params;
  const { insight } = await loadInsight(courseId, assignmentId);
  const t = await getTranslations("insight");
  return { title: t("title", { of: insight.title }) };
}

export default async function AssignmentInsightPage({ params }: Props) {
  const { courseId, assignmentId } = await params;
  const { course, insight } = await loadInsight(courseId, assignmentId);
  const t = await getTranslations("insight");
  return (
    <>
      <LiveRefresh assignmentId={insight.assignmentId} />
      <div className="mt-8 flex flex-wrap items-start justify-between gap-4 md:mt-10">
        <h2 className="font-serif text-xl wrap-anywhere">{insight.title}</h2>
        <GoButton to={`/courses/${course.id}/insights/${insight.assignmentId}/brief`}>
          {t("brief")}
        </GoButton>
      </div>
      <Columns
        margin={
          <div className="space-y-12">
            <Begun insight={insight} remind={remindAction} />
            <TagList insight={insight} />
          </div>
        }
      >
        <div className="space-y-12">
          <QuestionList insight={insight} />
          <Section title={t("parts")}>
            <PartTable assignmentId={insight.assignmentId} parts={insight.parts} />
          </Section>
          <VoicesList insight={insight} />
        </div>
      </Columns>
    </>
  );
}
