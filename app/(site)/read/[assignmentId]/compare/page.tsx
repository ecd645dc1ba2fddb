import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";

import { Comparison } from "@/components/revisions/comparison";
import { Crumbs } from "@/components/shell/crumbs";
import { assignmentParams } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { compareAssigned } from "@/lib/revisions/comparing";
import { compareQuery } from "@/lib/revisions/schema";
import { load } from "@/lib/server/page";

import "@/app/compare.css";

type Props = PageProps<"/read/[assignmentId]/compare">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revisions.compare"))("title") };
}

export default async function CompareAssignedPage({ params, searchParams }: Props) {
  const { user, assignmentId, comparison } = await load(async () => {
    const user = await requireUser();
    const { assignmentId } = assignmentParams.parse(await params);
    const query = compareQuery.parse(await searchParams);
    return { user, assignmentId, comparison: await compareAssigned(user.id, assignmentId, query) };
  });
  const home = `/read/${assignmentId}` as Route;
  return (
    <Comparison
      above={<Crumbs crumbs={[{ href: home, label: comparison.title }]} />}
      comparison={comparison}
      path={`${home}/compare`}
      zone={user.timeZone}
    />
  );
}
