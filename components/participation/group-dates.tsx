import { useFormatter, useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { Form, type FormAction } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ExtensionView } from "@/lib/participation/extensions";

/** Who has other dates, and other dates for a group. */
export function GroupDates({ action, assignmentId, extensions, groups, zone }: GroupDatesProps) {
  const t = useTranslations("assign");
  const format = useFormatter();
  const dateOf = (iso: string | null) =>
    iso === null
      ? t("noDate")
      : format.dateTime(new Date(iso), { timeZone: zone, dateStyle: "medium", timeStyle: "short" });
  const labels = { groupId: t("group"), dueAt: t("dueAt"), closesAt: t("closesAt") };
  return (
    <Section title={t("extensions")} className="mt-14">
      {extensions.length === 0 ? (
        <p className="mt-4 text-sm text-soft">{t("extensionsNone")}</p>
      ) : (
        <ul className="mt-2 text-sm">
          {extensions.map(({ id, name, dueAt, closesAt }) => (
            <li key={id} className="border-b border-rule py-2 wrap-anywhere">
              {t("extensionOf", { name, due: dateOf(dueAt), closes: dateOf(closesAt) })}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-4 text-sm text-soft">{t("extensionsLead")}</p>
      {groups.length > 0 && (
        <Form action={action} labels={labels} className="mt-5 space-y-5">
          <input type="hidden" name="assignmentId" value={assignmentId} />
          <Select name="groupId" defaultValue="" required>
            <option value="" disabled>
              {t("chooseGroup")}
            </option>
            {groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <div className="grid gap-5 md:grid-cols-2">
            <Input name="dueAt" type="datetime-local" hint={t("extendHint")} isOptional />
            <Input name="closesAt" type="datetime-local" isOptional />
          </div>
          <SubmitButton variant="secondary">{t("extend")}</SubmitButton>
        </Form>
      )}
    </Section>
  );
}

interface GroupDatesProps {
  action: FormAction;
  assignmentId: string;
  extensions: ExtensionView[];
  groups: { id: string; name: string }[];
  /** The reader's. */
  zone: string;
}
