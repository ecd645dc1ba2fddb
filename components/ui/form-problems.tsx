"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";

import { fieldId } from "./field";
import { useForm } from "./form-context";

/** What kept a form from being accepted, with a way to each field; takes the focus. */
export function FormProblems({ message, ref }: { message?: string; ref: Ref<HTMLDivElement> }) {
  const t = useTranslations("ui");
  const { id, labels, errors } = useForm();
  const wrong = Object.entries(errors);
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="mb-6 border-s-2 border-accent bg-wash px-4 py-3 text-sm outline-none"
    >
      {message ?? t("formProblems", { count: wrong.length })}
      {wrong.length > 0 && (
        <ul className="mt-1 space-y-0.5">
          {wrong.map(([name, error]) => (
            <li key={name}>
              {name in labels ? (
                <a href={`#${fieldId(id, name)}`} className="prose-link">
                  {t("fieldProblem", { label: labels[name] ?? name, error })}
                </a>
              ) : (
                error
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
