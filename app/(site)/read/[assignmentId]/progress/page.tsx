import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";

import { ProgressPage } from "@/components/participation/progress-page";
import { Crumbs } from "@/components/shell/crumbs";
import { Page } from "@/components/shell/page";
import { getAssignment } from "@/lib/assignments/queries";
import { assignmentParams } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { getProgress } from "@/lib/participation/progress";
import { load } from "@/lib/server/page";
import { contestScoreAction } from "./actions";

type Props = PageProps<"/read/[assignmentId]/progress">;

const loadProgress = cache((assignmentId: string) =>
  load(async () => {
    const user = await requireUser();
    const params = assignmentParams.parse({ assignmentId });
    const [progress, { course }] = await Promise.all([
      getProgress(user.id, params.assignmentId),
      getAssignment(user.id, params.assignmentId),
    ]);
    return { user, progress, course };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { progress } = await loadProgress((await params).assignmentId);
  return { title: (await getTranslations("progress"))("title", { title: progress.title }) };
}

export default async function MyProgressPage({ params }: Props) {
  const { user, progress, course } = await loadProgress((await params).assignmentId);
  const t = await getTranslations("progress");
  const crumbs = [
    { href: `/courses/${course.id}` as Route, label: course.title },
    { href: `/read/${progress.assignmentId}` as Route, label: progress.title },
  ];
  return (
    <Page above={<Crumbs crumbs={crumbs} />} title={t("heading")}>
      <ProgressPage
        progress={progress}
        zone={user.timeZone}
        courseZone={course.timeZone}
        contest={contestScoreAction}
      />
    </Page>
  );
}
