"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";

import {
  NEW_SETTINGS,
  SettingsFields,
  useSettingsLabels,
} from "@/components/participation/settings-fields";
import { Form, type FormAction } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";

/** Gives a reading of the library to a course, with dates in the course's own zone. */
export function AssignForm({ action, course, readings, chosen, hasMore }: AssignFormProps) {
  const t = useTranslations("assign");
  const shell = useTranslations("shell");
  const labels = { readingId: t("reading"), ...useSettingsLabels() };
  return (
    <Form action={action} labels={labels} className="mt-6 space-y-6">
      <input type="hidden" name="courseId" value={course.id} />
      <Select
        name="readingId"
        defaultValue={chosen ?? ""}
        hint={hasMore ? t("olderReadings") : undefined}
        required
      >
        <option value="" disabled>
          {t("choose")}
        </option>
        {readings.map(({ id, title, author }) => (
          <option key={id} value={id}>
            {author ? t("readingBy", { title, author }) : title}
          </option>
        ))}
      </Select>
      <SettingsFields timeZone={course.timeZone} settings={NEW_SETTINGS} />
      <div className="flex flex-wrap justify-end gap-3 border-t border-rule pt-5">
        <LinkButton href={`/courses/${course.id}` as Route} variant="quiet">
          {shell("cancel")}
        </LinkButton>
        <SubmitButton>{t("submit")}</SubmitButton>
      </div>
    </Form>
  );
}

interface AssignFormProps {
  action: FormAction;
  course: { id: string; timeZone: string };
  readings: { id: string; title: string; author: string }[];
  /** The reading from whose page one comes. */
  chosen?: string;
  /** Whether the library holds more than is listed. */
  hasMore: boolean;
}
