import { useTranslations } from "next-intl";

import type { FormAction } from "@/components/ui/form";
import type { DividedPerson } from "@/lib/courses/division";
import { MoveForm } from "./move-form";
import type { DivisionState } from "./use-division";

/** The people of a group, or of none. */
export function PeopleRows({ people, division, ...shared }: PeopleRowsProps) {
  const t = useTranslations("groups");
  if (people.length === 0) {
    return <p className="border-b border-rule py-3 text-sm text-soft">{t("nobody")}</p>;
  }
  return (
    <ul>
      {people.map((person) => (
        <MoveForm key={person.userId} person={person} division={division} {...shared} />
      ))}
    </ul>
  );
}

interface PeopleRowsProps {
  courseId: string;
  people: DividedPerson[];
  /** Null for those who are in none. */
  groupId: string | null;
  groups: { id: string; name: string }[];
  move: FormAction;
  division: DivisionState;
}
