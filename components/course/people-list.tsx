import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { Pages } from "@/components/ui/pages";
import type { PersonView } from "@/lib/courses/present";
import type { PersonActions } from "./manage-person";
import { PersonRow } from "./person-row";

/** The people of a course, one page at a time: staff first. */
export function PeopleList({ courseId, page, isFirstPage, zone, actions }: PeopleListProps) {
  const t = useTranslations("people");
  const here = `/courses/${courseId}/people`;
  return (
    <Section title={t("heading")} aside={t("count", { count: page.total })}>
      <ul>
        {page.people.map((person) => (
          <PersonRow
            key={person.userId}
            courseId={courseId}
            person={person}
            zone={zone}
            actions={actions}
          />
        ))}
      </ul>
      <Pages
        label={t("pages")}
        first={isFirstPage ? null : { href: here, label: t("first") }}
        next={
          page.nextCursor ? { href: `${here}?cursor=${page.nextCursor}`, label: t("next") } : null
        }
      />
    </Section>
  );
}

interface PeopleListProps {
  courseId: string;
  page: { people: PersonView[]; nextCursor: string | null; total: number };
  isFirstPage: boolean;
  /** The reader's. */
  zone: string;
  actions: PersonActions;
}
