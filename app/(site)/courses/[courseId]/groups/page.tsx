import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { GroupSection } from "@/components/course/group-section";
import { MoveForm } from "@/components/course/move-form";
import { NewGroup } from "@/components/course/new-group";
import { Columns } from "@/components/shell/page";
import { Section } from "@/components/shell/section";
import { EmptyState } from "@/components/ui/empty-state";
import { getDivision } from "@/lib/courses/division";
import { load } from "@/lib/server/page";
import { loadCourse } from "../load-course";
import {
  createGroupAction,
  deleteGroupAction,
  moveToGroupAction,
  renameGroupAction,
} from "./actions";

type Props = PageProps<"/courses/[courseId]/groups">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadCourse((await params).courseId);
  const t = await getTranslations("groups");
  return { title: t("title", { course: course.title }) };
}

export default async function GroupsPage({ params }: Props) {
  const { user, course } = await loadCourse((await params).courseId);
  if (!course.can.manageGroups) notFound();
  const { groups, others } = await load(() => getDivision(user.id, course.id));
  const t = await getTranslations("groups");
  const actions = {
    rename: renameGroupAction,
    delete: deleteGroupAction,
    move: moveToGroupAction,
  };
  return (
    <Columns margin={<NewGroup courseId={course.id} create={createGroupAction} />}>
      <div className="space-y-12">
        {groups.length === 0 && <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
        {groups.map((group) => (
          <GroupSection
            key={group.id}
            courseId={course.id}
            group={group}
            groups={groups}
            actions={actions}
          />
        ))}
        {groups.length > 0 && others.length > 0 && (
          <Section title={t("others")} aside={t("count", { count: others.length })}>
            <ul>
              {others.map((person) => (
                <MoveForm
                  key={person.userId}
                  courseId={course.id}
                  person={person}
                  groupId={null}
                  groups={groups}
                  move={moveToGroupAction}
                />
              ))}
            </ul>
          </Section>
        )}
      </div>
    </Columns>
  );
}
