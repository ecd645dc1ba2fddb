import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { Form, type FormAction } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";

/** Those who were removed, and the way back that only staff can open. */
export function RemovedPeople({ courseId, people, restore }: RemovedPeopleProps) {
  const t = useTranslations("people");
  return (
    <Section title={t("removedPeople")}>
      <ul>
        {people.map(({ userId, name, email }) => (
          <li key={userId} className="border-b border-rule py-3">
            <Form action={restore} className="flex flex-wrap items-center justify-between gap-2">
              <input type="hidden" name="courseId" value={courseId} />
              <input type="hidden" name="userId" value={userId} />
              <div className="min-w-0 flex-1 basis-32">
                <p className="text-sm font-medium wrap-anywhere">{name}</p>
                <p className="text-xs text-soft wrap-anywhere">{email}</p>
              </div>
              <SubmitButton variant="quiet" size="sm" aria-label={t("restoreNamed", { name })}>
                {t("restore")}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface RemovedPeopleProps {
  courseId: string;
  people: { userId: string; name: string; email: string }[];
  restore: FormAction;
}
