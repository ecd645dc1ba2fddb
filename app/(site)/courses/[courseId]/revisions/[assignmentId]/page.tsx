import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { FollowForm } from "@/components/revisions/follow-form";
import { ClientWords } from "@/components/shell/client-words";
import { Section } from "@/components/shell/section";
import { assignmentParams } from "@/lib/assignments/schema";
import { getFollowing } from "@/lib/revisions/pinning";
import { forecastQuery } from "@/lib/revisions/schema";
import { load } from "@/lib/server/page";
import { loadCourse } from "../../load-course";
import { followAction } from "./actions";

type Props = PageProps<"/courses/[courseId]/revisions/[assignmentId]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revisions.follow"))("heading") };
}

export default async function FollowPage({ params, searchParams }: Props) {
  const { courseId, assignmentId } = await params;
  const { user } = await loadCourse(courseId);
  const following = await load(async () => {
    const given = assignmentParams.parse({ assignmentId });
    return getFollowing(user.id, given.assignmentId, forecastQuery.parse(await searchParams));
  });
  const t = await getTranslations("revisions.follow");
  return (
    <Section title={t("heading")} className="mt-8 max-w-2xl md:mt-10">
      <ClientWords only={["revisions"]}>
        <FollowForm action={followAction} following={following} />
      </ClientWords>
    </Section>
  );
}
