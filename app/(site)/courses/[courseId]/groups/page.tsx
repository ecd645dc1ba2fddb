import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { DivisionBoard } from "@/components/course/division-board";
import { NewGroup } from "@/components/course/new-group";
import { ClientWords } from "@/components/shell/client-words";
import { Columns } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { getDivision } from "@/lib/courses/division";
import { load } from "@/lib/server/page";
import { loadCourse } from "../load-course";
import {
  createGroupAction,
  deleteGroupAction,
  movePeopleAction,
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
  return (
    <Columns margin={<NewGroup courseId={course.id} create={createGroupAction} />}>
      {groups.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <ClientWords only={["groups"]}>
          <DivisionBoard
            courseId={course.id}
            groups={groups}
            others={others}
            actions={{
              ...{ rename: renameGroupAction, delete: deleteGroupAction },
              ...{ move: moveToGroupAction, moveAll: movePeopleAction },
            }}
          />
        </ClientWords>
      )}
    </Columns>
  );
}
