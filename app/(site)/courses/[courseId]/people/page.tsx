import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";

import { CourseFeed } from "@/components/course/course-feed";
import { Invite } from "@/components/course/invite";
import { LeaveCourse } from "@/components/course/leave-course";
import { PeopleList } from "@/components/course/people-list";
import { RemovedPeople } from "@/components/course/removed-people";
import { Columns } from "@/components/shell/page";
import { listPeople, listRemovedPeople } from "@/lib/courses/queries";
import { peopleQuery } from "@/lib/courses/schema";
import { load } from "@/lib/server/page";
import { loadCourse } from "../load-course";
import {
  changeRoleAction,
  endFeedAction,
  leaveCourseAction,
  removePersonAction,
  restorePersonAction,
  rotateFeedAction,
  rotateJoinCodeAction,
} from "./actions";

type Props = PageProps<"/courses/[courseId]/people">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadCourse((await params).courseId);
  const t = await getTranslations("people");
  return { title: t("title", { course: course.title }) };
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const { user, course } = await loadCourse((await params).courseId);
  const query = await searchParams;
  const page = await load(() => listPeople(user.id, course.id, peopleQuery.parse(query)));
  const removed = course.can.managePeople ? await listRemovedPeople(user.id, course.id) : [];
  const host = (await headers()).get("host") ?? "";
  return (
    <Columns
      margin={
        <div className="space-y-12">
          {course.joinCode && (
            <Invite
              courseId={course.id}
              code={course.joinCode}
              host={host}
              rotate={course.can.rotateCode ? rotateJoinCodeAction : null}
            />
          )}
          {course.can.seeFeed && (
            <CourseFeed
              course={course}
              host={host}
              rotate={course.can.rotateFeed ? rotateFeedAction : null}
              end={endFeedAction}
            />
          )}
          {removed.length > 0 && (
            <RemovedPeople courseId={course.id} people={removed} restore={restorePersonAction} />
          )}
          <LeaveCourse course={course} leave={leaveCourseAction} />
        </div>
      }
    >
      <PeopleList
        courseId={course.id}
        page={page}
        isFirstPage={!query.cursor}
        zone={user.timeZone}
        actions={{ changeRole: changeRoleAction, remove: removePersonAction }}
      />
    </Columns>
  );
}
