import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";

import { TakedownNotice } from "@/components/library/takedown-notice";
import { MyProgress } from "@/components/participation/my-progress";
import { isPast } from "@/components/reader/is-past";
import { readFilter } from "@/components/reader/mark-filter";
import { PastNotice } from "@/components/reader/past-notice";
import { Reader } from "@/components/reader/reader";
import { ReadingHead } from "@/components/reader/reading-head";
import { ClientWords } from "@/components/shell/client-words";
import { getLiveCursor } from "@/lib/annotations/live";
import { getOwn } from "@/lib/annotations/own";
import { listThreads } from "@/lib/annotations/queries";
import { getAssignment } from "@/lib/assignments/queries";
import { assignmentParams, shownQuery } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { getProgress } from "@/lib/participation/progress";
import { findTakedown, getRevision } from "@/lib/readings/queries";
import { load } from "@/lib/server/page";

import "@/app/reader.css";
import "@/app/rail.css";
import "@/app/margin.css";
import "@/app/filter.css";
import "@/app/presence.css";
import "@/app/print.css";
import "@/app/picker.css";
import "@/app/revised.css";
import "@/app/search.css";

type Props = PageProps<"/read/[assignmentId]">;

const loadAssignment = cache((assignmentId: string, revision: string | undefined) =>
  load(async () => {
    const user = await requireUser();
    const params = assignmentParams.parse({ assignmentId });
    const shown = shownQuery.parse({ revision });
    return { user, shown, assignment: await getAssignment(user.id, params.assignmentId, shown) };
  }),
);

async function loadShown({ params, searchParams }: Props) {
  const { revision } = await searchParams;
  return loadAssignment((await params).assignmentId, revision?.toString());
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, revision } = (await loadShown(props)).assignment;
  if (!isPast(revision)) return { title };
  const t = await getTranslations("reader.past");
  return { title: t("title", { title, number: revision.number }) };
}

export default async function ReadPage(props: Props) {
  const { user, shown, assignment } = await loadShown(props);
  // Before the threads: what is written while they are read is told twice rather than never.
  const cursor = await getLiveCursor(assignment.id);
  const isStudent = assignment.viewer.role === "STUDENT";
  const [text, threads, own, takedown, progress] = await Promise.all([
    getRevision(assignment.revisionId),
    listThreads(user.id, assignment.id, { limit: 100, ...shown }),
    getOwn(user.id, assignment.id),
    findTakedown(assignment.revisionId),
    isStudent ? getProgress(user.id, assignment.id) : null,
  ]);
  return (
    <ClientWords only={["reader", "progress", "score"]}>
      <Reader
        key={assignment.revisionId}
        assignment={assignment}
        text={text}
        threads={threads}
        cursor={cursor}
        filter={readFilter(await props.searchParams)}
        own={own}
        writer={{ id: user.id, name: user.name, isStaff: !isStudent }}
        zone={user.timeZone}
        head={
          <>
            <TakedownNotice reason={takedown} />
            <PastNotice assignment={assignment} zone={user.timeZone} />
            <ReadingHead assignment={assignment} zone={user.timeZone} />
            {progress && <MyProgress initial={progress} />}
          </>
        }
      />
    </ClientWords>
  );
}
