import { ChevronLeft } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { cache } from "react";

import { CellForms } from "@/components/participation/cell-forms";
import { CellHead } from "@/components/participation/cell-head";
import { CellHistory } from "@/components/participation/cell-history";
import { ContestList } from "@/components/participation/contest-list";
import { ScoreParts } from "@/components/participation/score-parts";
import { ScorePosts } from "@/components/participation/score-posts";
import { Columns } from "@/components/shell/page";
import { Section } from "@/components/shell/section";
import { requireUser } from "@/lib/auth/session";
import { getCell } from "@/lib/participation/cell";
import { cellParams } from "@/lib/participation/schema";
import { load } from "@/lib/server/page";
import { loadCourse } from "../../../load-course";
import {
  answerContestAction,
  extendDatesAction,
  giveFeedbackAction,
  overrideScoreAction,
  releaseScoreAction,
  withdrawScoreAction,
} from "./actions";

type Props = PageProps<"/courses/[courseId]/gradebook/[assignmentId]/[userId]">;

const loadCell = cache((assignmentId: string, userId: string) =>
  load(async () => {
    const user = await requireUser();
    return getCell(user.id, cellParams.parse({ assignmentId, userId }));
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignmentId, userId } = await params;
  const { student, title } = await loadCell(assignmentId, userId);
  return { title: (await getTranslations("score"))("title", { name: student.name, title }) };
}

export default async function CellPage({ params }: Props) {
  const { courseId, assignmentId, userId } = await params;
  const { user, course } = await loadCourse(courseId);
  const cell = await loadCell(assignmentId, userId);
  const t = await getTranslations("score");
  const { breakdown, contests, changes, can, wordMinimum } = cell;
  const zone = user.timeZone;
  const actions = {
    override: overrideScoreAction,
    feedback: giveFeedbackAction,
    release: releaseScoreAction,
    withdraw: withdrawScoreAction,
    extend: extendDatesAction,
    answer: answerContestAction,
  };
  const forms = can.grade && (
    <CellForms {...{ cell, actions, zone }} courseZone={course.timeZone} />
  );
  return (
    <>
      <p className="mt-6 text-sm">
        <Link href={`/courses/${courseId}/gradebook` as Route} className="prose-link">
          <ChevronLeft aria-hidden="true" className="inline size-4" />
          {t("back")}
        </Link>
      </p>
      <Columns margin={forms}>
        <div className="space-y-10">
          <CellHead cell={cell} zone={zone} />
          {contests.length > 0 && (
            <div id="contests" className="scroll-mt-20">
              <Section title={t("contest")}>
                <ContestList
                  contests={contests}
                  zone={zone}
                  answer={can.grade ? actions.answer : undefined}
                />
              </Section>
            </div>
          )}
          <Section title={t("parts")} aside={t("version", { version: breakdown.version })}>
            <ScoreParts breakdown={breakdown} />
          </Section>
          <ScorePosts {...{ breakdown, assignmentId, wordMinimum, zone }} />
          <CellHistory changes={changes} zone={zone} />
        </div>
      </Columns>
    </>
  );
}
