import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { DiscussionDocument } from "@/components/discussion/discussion-document";
import { getDiscussion } from "@/lib/annotations/discussion";
import { discussionQuery } from "@/lib/annotations/schema";
import { getAssignment } from "@/lib/assignments/queries";
import { assignmentParams } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { load } from "@/lib/server/page";

import "@/app/reader.css";
import "@/app/discussion.css";

type Props = PageProps<"/read/[assignmentId]/discussion">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reader"))("linear.title") };
}

export default async function DiscussionPage({ params, searchParams }: Props) {
  const { user, assignment, discussion } = await load(async () => {
    const user = await requireUser();
    const { assignmentId } = assignmentParams.parse(await params);
    const { from } = discussionQuery.parse(await searchParams);
    const [assignment, discussion] = await Promise.all([
      getAssignment(user.id, assignmentId),
      getDiscussion(user.id, assignmentId, from),
    ]);
    return { user, assignment, discussion };
  });
  return (
    <DiscussionDocument assignment={assignment} discussion={discussion} zone={user.timeZone} />
  );
}
