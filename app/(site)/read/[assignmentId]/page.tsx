import type { Metadata } from "next";
import { cache } from "react";

import { Reader } from "@/components/reader/reader";
import { ReadingHead } from "@/components/reader/reading-head";
import { ClientWords } from "@/components/shell/client-words";
import { getLiveCursor } from "@/lib/annotations/live";
import { listThreads } from "@/lib/annotations/queries";
import { getAssignment } from "@/lib/assignments/queries";
import { assignmentParams } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { getRevision } from "@/lib/readings/queries";
import { load } from "@/lib/server/page";

import "@/app/reader.css";

type Props = PageProps<"/read/[assignmentId]">;

const loadAssignment = cache((assignmentId: string) =>
  load(async () => {
    const user = await requireUser();
    const params = assignmentParams.parse({ assignmentId });
    return { user, assignment: await getAssignment(user.id, params.assignmentId) };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignment } = await loadAssignment((await params).assignmentId);
  return { title: assignment.title };
}

export default async function ReadPage({ params }: Props) {
  const { user, assignment } = await loadAssignment((await params).assignmentId);
  // Before the threads: what is written while they are read is told twice rather than never.
  const cursor = await getLiveCursor(assignment.id);
  const [revision, threads] = await Promise.all([
    getRevision(assignment.revisionId),
    listThreads(user.id, assignment.id, { limit: 100 }),
  ]);
  return (
    <ClientWords only={["reader"]}>
      <Reader
        assignment={assignment}
        html={revision.html}
        threads={threads}
        cursor={cursor}
        writer={{ id: user.id, name: user.name, isStaff: assignment.viewer.role !== "STUDENT" }}
        zone={user.timeZone}
        head={<ReadingHead assignment={assignment} zone={user.timeZone} />}
      />
    </ClientWords>
  );
}
