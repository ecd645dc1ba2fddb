import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { PauseForm } from "@/components/course/pause-form";
import { EditForm } from "@/components/participation/edit-form";
import { GroupDates } from "@/components/participation/group-dates";
import { ClientWords } from "@/components/shell/client-words";
import { Section } from "@/components/shell/section";
import { getAssignment } from "@/lib/assignments/queries";
import { assignmentParams } from "@/lib/assignments/schema";
import { listGroups } from "@/lib/courses/groups";
import { getSettings } from "@/lib/participation/editing";
import { listExtensions } from "@/lib/participation/extensions";
import { load } from "@/lib/server/page";
import { loadCourse } from "../../load-course";
import { editAssignmentAction, extendDatesAction, pauseAction } from "./actions";

type Props = PageProps<"/courses/[courseId]/edit/[assignmentId]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assign"))("editTitle") };
}

export default async function EditAssignmentPage({ params }: Props) {
  const given = await params;
  const { user, course } = await loadCourse(given.courseId);
  const { assignmentId, settings, isPaused, extensions, groups } = await load(async () => {
    const { assignmentId } = assignmentParams.parse(given);
    const [settings, { discussion }, extensions, groups] = await Promise.all([
      getSettings(user.id, assignmentId),
      getAssignment(user.id, assignmentId),
      listExtensions(user.id, assignmentId),
      listGroups(user.id, course.id),
    ]);
    return { assignmentId, settings, isPaused: discussion.isPaused, extensions, groups };
  });
  const t = await getTranslations("assign");
  return (
    <div className="mt-8 max-w-3xl md:mt-10">
      <Section title={t("editTitle")}>
        <ClientWords only={["assign"]}>
          <EditForm
            action={editAssignmentAction}
            assignmentId={assignmentId}
            course={course}
            settings={settings}
          />
        </ClientWords>
      </Section>
      <GroupDates
        action={extendDatesAction}
        assignmentId={assignmentId}
        extensions={extensions}
        groups={groups}
        zone={user.timeZone}
      />
      <PauseForm assignmentId={assignmentId} isPaused={isPaused} action={pauseAction} />
    </div>
  );
}
