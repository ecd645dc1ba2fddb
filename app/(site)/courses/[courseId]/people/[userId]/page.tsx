import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";

import { ExportMenu } from "@/components/notebook/export-menu";
import { Notebook } from "@/components/notebook/notebook";
import { notebookAddress } from "@/components/notebook/notebook-address";
import { PersonSteps } from "@/components/notebook/person-steps";
import { Columns } from "@/components/shell/page";
import { requireUser } from "@/lib/auth/session";
import { personInput } from "@/lib/courses/schema";
import { getPerson, listPersonNotebook } from "@/lib/notebook/queries";
import { notebookQuery, PERSON_SHOWN } from "@/lib/notebook/schema";
import { load } from "@/lib/server/page";

type Props = PageProps<"/courses/[courseId]/people/[userId]">;

const loadPerson = cache((courseId: string, userId: string) =>
  load(async () => {
    const user = await requireUser();
    const place = personInput.parse({ courseId, userId });
    return { user, person: await getPerson(user.id, place.courseId, place.userId) };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { courseId, userId } = await params;
  const { person } = await loadPerson(courseId, userId);
  return { title: (await getTranslations("notebook"))("personHeading", { name: person.name }) };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { courseId, userId } = await params;
  const { user, person } = await loadPerson(courseId, userId);
  const asked = await searchParams;
  const { query, view } = await load(async () => {
    const query = notebookQuery.parse(asked);
    const place = { courseId, personId: person.id };
    return { query, view: await listPersonNotebook(user.id, place, query) };
  });
  const t = await getTranslations("notebook");
  const people = `/courses/${courseId}/people`;
  const { show, sort } = query;
  return (
    <Columns>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="font-serif text-xl font-medium wrap-anywhere">
            {t("personHeading", { name: person.name })}
          </h2>
          <p className="mt-1 max-w-prose text-sm text-soft">{t("personLead")}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <PersonSteps
            previous={person.previous}
            next={person.next}
            addressOf={(id) => notebookAddress(`${people}/${id}`, { show, sort })}
          />
          <ExportMenu
            address={`/api/v1/courses/${courseId}/people/${person.id}/notebook`}
            query={query}
          />
        </div>
      </div>
      <Notebook
        base={`${people}/${person.id}`}
        query={query}
        view={view}
        shown={PERSON_SHOWN}
        zone={user.timeZone}
      />
    </Columns>
  );
}
