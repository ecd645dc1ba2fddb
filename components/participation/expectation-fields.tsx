"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";

import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/control-style";
import { fieldId } from "@/components/ui/field";
import { useForm } from "@/components/ui/form-context";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { OFFERED } from "@/lib/assignments/schema";
import { PRESETS, type Preset, type Rules } from "@/lib/scoring";

const NUMBERS = ["minimum", "cap", "weight"] as const;
const PRESET_NAMES = Object.keys(PRESETS) as Preset[];

/** What an assignment expects, as a table of numbers, and rules to begin with. */
export function ExpectationFields({ rules }: { rules: Rules }) {
  const t = useTranslations("assign");
  const box = useRef<HTMLFieldSetElement>(null);

  function fill(preset: Preset): void {
    const typed = fieldsOf(PRESETS[preset]);
    for (const [name, value] of Object.entries(typed)) {
      const field = box.current?.querySelector<HTMLInputElement>(`[name="${name}"]`);
      if (!field) continue;
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  const present = fieldsOf(rules);
  return (
    <fieldset ref={box} className="min-w-0 space-y-6">
      <legend className="sr-only">{t("expectations")}</legend>
      <div className="noscript:hidden">
        <p className="text-sm font-medium">{t("presets")}</p>
        <ul className="mt-2 grid gap-3 sm:grid-cols-2">
          {PRESET_NAMES.map((preset) => (
            <li key={preset} className="flex min-w-0 flex-col items-start gap-1.5">
              <Button size="sm" onClick={() => fill(preset)}>
                {t("preset", { preset })}
              </Button>
              <span className="text-xs text-soft">{t("presetText", { preset })}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="grid gap-6 sm:grid-cols-3">
        <Select name="grading" defaultValue={rules.grading}>
          {(["points", "complete"] as const).map((grading) => (
            <option key={grading} value={grading}>
              {t("gradingName", { grading })}
            </option>
          ))}
        </Select>
        <NumberField name="points" value={present.points} most={1000} step="any" />
        <NumberField name="wordMinimum" value={present.wordMinimum} most={2000} />
      </div>
      <p className="-mt-3 text-xs text-soft">{t("wordMinimumHint")}</p>
      <div className="grid gap-6 sm:grid-cols-2">
        <NumberField name="graceMinutes" value={present.graceMinutes} most={10_080} />
        <NumberField
          name="percentPerDay"
          value={present.percentPerDay}
          most={100}
          hint={t("percentHint")}
        />
      </div>
      <table className="w-full text-sm">
        <caption className="pb-2 text-start text-xs text-soft">{t("tableLead")}</caption>
        <thead>
          <tr className="border-b border-rule text-xs text-soft">
            <th scope="col" className="py-2 pe-2 text-start font-medium">
              {t("expected")}
            </th>
            {NUMBERS.map((number) => (
              <th key={number} scope="col" className="w-20 p-1 text-start font-medium sm:w-28">
                {t(number)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {OFFERED.map((kind) => (
            <tr key={kind} className="border-b border-rule">
              <th scope="row" className="py-2 pe-2 text-start font-normal">
                {t("kind", { kind })}
              </th>
              {NUMBERS.map((number) => {
                const name = nameOf(kind, number);
                return (
                  <td key={number} className="p-1">
                    <Bare name={name} value={present[name]} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

function NumberField({ name, value, most, hint, step }: NumberFieldProps) {
  return (
    <Input
      name={name}
      type="number"
      inputMode="decimal"
      min={0}
      max={most}
      step={step ?? 1}
      defaultValue={value}
      hint={hint}
      className="tabular-nums"
    />
  );
}

interface NumberFieldProps {
  name: string;
  value: string | undefined;
  most: number;
  hint?: string;
  step?: string;
}

/** A number of the table, which its row and column name. */
function Bare({ name, value }: { name: string; value: string | undefined }) {
  const { id, errors, values, labels } = useForm();
  const error = errors[name];
  const errorId = `${fieldId(id, name)}-error`;
  return (
    <>
      <input
        type="number"
        inputMode="numeric"
        min={0}
        id={fieldId(id, name)}
        name={name}
        aria-label={labels[name]}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        defaultValue={values[name] ?? value}
        className={`${CONTROL} min-h-10 tabular-nums pointer-coarse:min-h-11`}
      />
      {error && (
        <p id={errorId} className="mt-1 text-xs text-accent">
          {error}
        </p>
      )}
    </>
  );
}

/** The labels of the table's fields, by name. */
export function useExpectationLabels(): Record<string, string> {
  const t = useTranslations("assign");
  const labels = OFFERED.flatMap((kind) =>
    NUMBERS.map((number) => {
      const field = t(number);
      return [nameOf(kind, number), t("cellName", { field, kind: t("kind", { kind }) })];
    }),
  );
  return Object.fromEntries(labels);
}

function nameOf(kind: string, number: (typeof NUMBERS)[number]): string {
  return `${kind}${number.charAt(0).toUpperCase()}${number.slice(1)}`;
}

/** Rules as the fields hold them. */
function fieldsOf({ grading, points, wordMinimum, late, expectations }: Rules) {
  const fields: Record<string, string> = {
    ...{ grading, points: `${points}`, wordMinimum: `${wordMinimum}` },
    graceMinutes: `${late.graceMinutes}`,
    percentPerDay: `${late.percentPerDay}`,
  };
  for (const kind of OFFERED) {
    const found = expectations.find((each) => each.kind === kind);
    for (const number of NUMBERS) fields[nameOf(kind, number)] = `${found?.[number] ?? 0}`;
  }
  return fields;
}
