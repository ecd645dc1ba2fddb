import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { QueueList } from "@/components/course/queue-list";
import { EmptyState } from "@/components/ui/empty-state";
import { listQueue } from "@/lib/annotations/queue";
import { load } from "@/lib/server/page";
import { loadCourse } from "../load-course";
import { approveAction, dismissAction, hideAction, undoAction } from "./actions";

type Props = PageProps<"/courses/[courseId]/moderation">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadCourse((await params).courseId);
  const t = await getTranslations("moderation");
  return { title: t("title", { course: course.title }) };
}

export default async function ModerationPage({ params }: Props) {
  const { user, course } = await loadCourse((await params).courseId);
  if (!course.can.seeModeration) notFound();
  const { held, reported } = await load(() => listQueue(user.id, course.id));
  const t = await getTranslations("moderation");
  const shared = {
    zone: user.timeZone,
    actions: {
      ...{ approve: approveAction, hide: hideAction },
      ...{ dismiss: dismissAction, undo: undoAction },
    },
    canDecide: !course.isArchived,
  };
  return (
    <div className="mt-8 max-w-3xl space-y-12 md:mt-10">
      {held.length + reported.length === 0 && (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      )}
      {reported.length > 0 && <QueueList title={t("reported")} entries={reported} {...shared} />}
      {held.length > 0 && <QueueList title={t("held")} entries={held} isHeld {...shared} />}
    </div>
  );
}
