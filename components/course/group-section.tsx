import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Section } from "@/components/shell/section";
import { Form, type FormAction } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import type { DividedPerson } from "@/lib/courses/division";

/** One group: its people, and below them its name, or its end while nobody is in it; or no group. */
export function GroupSection({ group, actions, children }: GroupSectionProps) {
  const t = useTranslations("groups");
  const { id, name, people } = group;
  return (
    <Section title={name} aside={t("count", { count: people.length })}>
      {children}
      {id !== null && actions && (
        <div className="mt-2 flex flex-wrap items-start gap-x-6 gap-y-2">
          <details className="min-w-0 text-sm">
            <summary className="flex min-h-8 cursor-pointer items-center text-xs text-soft hover:text-ink pointer-coarse:min-h-11">
              {t("renameNamed", { name })}
            </summary>
            <Form
              action={actions.rename}
              labels={{ name: t("name") }}
              className="mt-2 flex flex-wrap items-end gap-2"
            >
              <input type="hidden" name="groupId" value={id} />
              <Input
                name="name"
                key={name}
                defaultValue={name}
                autoComplete="off"
                maxLength={100}
                required
              />
              <SubmitButton variant="secondary" size="sm">
                {t("rename")}
              </SubmitButton>
            </Form>
          </details>
          {people.length === 0 && (
            <Form action={actions.delete}>
              <input type="hidden" name="groupId" value={id} />
              <SubmitButton variant="quiet" size="sm" aria-label={t("deleteNamed", { name })}>
                {t("delete")}
              </SubmitButton>
            </Form>
          )}
        </div>
      )}
    </Section>
  );
}

interface GroupSectionProps {
  /** Without an id those who are in none. */
  group: { id: string | null; name: string; people: DividedPerson[] };
  actions?: { rename: FormAction; delete: FormAction };
  children: ReactNode;
}
