"use client";

import { useTranslations } from "next-intl";

import { cityOf } from "@/components/course/due-date";
import { Section } from "@/components/shell/section";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { SettingsView } from "@/lib/participation/editing";
import { PRESETS } from "@/lib/scoring";
import { ExpectationFields, useExpectationLabels } from "./expectation-fields";

/** Every setting of an assignment but its reading, for assigning one and for changing it. */
export function SettingsFields({ timeZone, settings }: SettingsFieldsProps) {
  const t = useTranslations("assign");
  const shell = useTranslations("shell");
  const { title, instructions, opensAt, dueAt, closesAt } = settings;
  const { audienceDefault, anonymityAllowed, rules } = settings;
  return (
    <>
      <Input
        name="title"
        autoComplete="off"
        defaultValue={title}
        hint={t("titleHint")}
        isOptional
      />
      <Textarea
        name="instructions"
        rows={4}
        defaultValue={instructions}
        hint={t("instructionsHint")}
        isOptional
      />
      <div>
        <div className="grid gap-6 md:grid-cols-2">
          <Input
            name="opensAt"
            type="datetime-local"
            defaultValue={opensAt}
            hint={t("opensHint")}
            isOptional
          />
          <Input name="dueAt" type="datetime-local" defaultValue={dueAt} isOptional />
          <Input
            name="closesAt"
            type="datetime-local"
            defaultValue={closesAt}
            hint={t("closesHint")}
            isOptional
          />
        </div>
        <p className="mt-3 text-sm text-soft">
          {t("zone", { zone: shell("zoneTime", { city: cityOf(timeZone) }) })}
        </p>
      </div>
      <Section title={t("discussion")} className="pt-2">
        <div className="mt-5 space-y-5">
          <Select name="audienceDefault" defaultValue={audienceDefault}>
            {(["COURSE", "GROUP", "INSTRUCTORS"] as const).map((audience) => (
              <option key={audience} value={audience}>
                {t("audience", { audience })}
              </option>
            ))}
          </Select>
          <Checkbox
            name="anonymityAllowed"
            defaultChecked={anonymityAllowed}
            hint={t("anonymityHint")}
          />
        </div>
      </Section>
      <Section title={t("expectations")} className="pt-2">
        <p className="mt-3 mb-5 text-sm text-soft">{t("expectationsLead")}</p>
        <ExpectationFields rules={rules} />
      </Section>
    </>
  );
}

/** What the form opens with where nothing was said yet. */
export const NEW_SETTINGS: Settings = {
  ...{ title: "", instructions: "", opensAt: "", dueAt: "", closesAt: "" },
  ...{ audienceDefault: "COURSE", anonymityAllowed: false },
  rules: { ...PRESETS.discuss, wordMinimum: 0, expectations: [] },
};

/** The labels of these fields, by name. */
export function useSettingsLabels(): Record<string, string> {
  const t = useTranslations("assign");
  return {
    title: t("titleField"),
    instructions: t("instructions"),
    opensAt: t("opensAt"),
    dueAt: t("dueAt"),
    closesAt: t("closesAt"),
    audienceDefault: t("audienceDefault"),
    anonymityAllowed: t("anonymityAllowed"),
    grading: t("grading"),
    points: t("points"),
    wordMinimum: t("wordMinimum"),
    graceMinutes: t("graceMinutes"),
    percentPerDay: t("percentPerDay"),
    ...useExpectationLabels(),
  };
}

type Settings = Omit<SettingsView, "version">;

interface SettingsFieldsProps {
  timeZone: string;
  settings: Settings;
}
