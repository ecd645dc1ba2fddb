"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";

import { Form, type FormAction } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SettingsView } from "@/lib/participation/editing";
import { EffectPanel } from "./effect-panel";
import { SettingsFields, useSettingsLabels } from "./settings-fields";

/** Changes an assignment, and shows as it is typed what that does to whose score. */
export function EditForm({ action, assignmentId, course, settings }: EditFormProps) {
  const t = useTranslations("assign");
  const shell = useTranslations("shell");
  const labels = { ...useSettingsLabels(), isSeen: t("isSeen") };
  return (
    <Form action={action} labels={labels} className="mt-6 space-y-6">
      <input type="hidden" name="assignmentId" value={assignmentId} />
      <SettingsFields timeZone={course.timeZone} settings={settings} />
      <EffectPanel assignmentId={assignmentId} />
      <div className="flex flex-wrap justify-end gap-3 border-t border-rule pt-5">
        <LinkButton href={`/courses/${course.id}` as Route} variant="quiet">
          {shell("cancel")}
        </LinkButton>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}

interface EditFormProps {
  action: FormAction;
  assignmentId: string;
  course: { id: string; timeZone: string };
  settings: SettingsView;
}
