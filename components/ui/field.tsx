"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { useForm } from "./form-context";

/** What ties a control to its label, hint and error. */
export interface FieldTies {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  /** What was typed before the form came back. */
  typed: string | undefined;
}

/** A label, a control and, tied to it, a hint and an error. */
export function Field({ name, hint, isOptional, children }: FieldProps) {
  const t = useTranslations("ui");
  const { id: formId, labels, errors, values } = useForm();
  const id = fieldId(formId, name);
  const error = errors[name];
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <label htmlFor={id} className="font-medium">
          {labels[name] ?? name}
        </label>
        {isOptional && <span className="text-xs text-faint">{t("optional")}</span>}
      </div>
      {children({
        id,
        name,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": error ? true : undefined,
        typed: values[name],
      })}
      {error && (
        <p id={`${id}-error`} className="flex gap-1.5 text-xs text-accent">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

/** The id of a form's field, so that a list of problems can lead to it. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`;
}

/** What every kind of field takes. */
export interface FieldOptions {
  name: string;
  hint?: ReactNode;
  isOptional?: boolean;
}

interface FieldProps extends FieldOptions {
  children: (ties: FieldTies) => ReactNode;
}
