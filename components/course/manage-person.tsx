import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";

import { ConfirmButton } from "@/components/ui/confirm-button";
import { Form, type FormAction } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { PersonView } from "@/lib/courses/present";

/** Unfolds below a person: another role, or the end of their access. Works without script. */
export function ManagePerson({ courseId, person, actions }: ManagePersonProps) {
  const t = useTranslations("people");
  const shell = useTranslations("shell");
  const fields = (
    <>
      <input type="hidden" name="courseId" value={courseId} />
      <input type="hidden" name="userId" value={person.userId} />
    </>
  );
  return (
    <details name="person">
      <summary className="absolute inset-e-0 top-3 flex size-9 list-none items-center justify-center rounded-md text-soft hover:bg-touched hover:text-ink [&::-webkit-details-marker]:hidden">
        <Ellipsis aria-hidden="true" className="size-4.5" />
        <VisuallyHidden>{t("manage", { name: person.name })}</VisuallyHidden>
      </summary>
      <div className="mb-4 ms-4 grid gap-6 border-s-2 border-rule ps-5 md:ms-13 md:grid-cols-2">
        {person.can.changeRole && (
          <Form action={actions.changeRole} labels={{ role: t("role") }} className="max-w-60">
            {fields}
            <div className="space-y-3">
              <Select name="role" defaultValue={person.role} key={person.role}>
                {(["STUDENT", "ASSISTANT", "INSTRUCTOR"] as const).map((role) => (
                  <option key={role} value={role}>
                    {t("roleName", { role })}
                  </option>
                ))}
              </Select>
              <SubmitButton variant="secondary" size="sm">
                {t("changeRole")}
              </SubmitButton>
            </div>
          </Form>
        )}
        {person.can.remove && (
          <Form action={actions.remove}>
            {fields}
            <p className="mb-3 text-xs text-soft">{t("removeText")}</p>
            <ConfirmButton
              size="sm"
              title={t("removeTitle", { name: person.name })}
              consequence={t("removeText")}
              confirm={t("remove")}
              cancel={shell("cancel")}
            >
              {t("remove")}
            </ConfirmButton>
          </Form>
        )}
      </div>
    </details>
  );
}

/** What can be done with a person. */
export interface PersonActions {
  changeRole: FormAction;
  remove: FormAction;
}

interface ManagePersonProps {
  courseId: string;
  person: PersonView;
  actions: PersonActions;
}
