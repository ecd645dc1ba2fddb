"use client";

import type { ReactNode } from "react";

import { fieldId } from "./field";
import { useForm } from "./form-context";

/** A box to tick, with what it means beside it and more below. */
export function Checkbox({ name, hint, defaultChecked }: CheckboxProps) {
  const { id: formId, labels } = useForm();
  const id = fieldId(formId, name);
  return (
    <div className="flex items-start gap-3">
      <input
        type="checkbox"
        id={id}
        name={name}
        defaultChecked={defaultChecked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-4.5 shrink-0 accent-accent pointer-coarse:size-6"
      />
      <div className="min-w-0 text-sm">
        <label htmlFor={id} className="font-medium">
          {labels[name] ?? name}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="mt-0.5 text-xs text-soft">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

interface CheckboxProps {
  name: string;
  hint?: ReactNode;
  defaultChecked: boolean;
}
