"use client";

import { createContext, useContext } from "react";

/** What the parts of a form know of it. */
export interface FormStanding {
  id: string;
  isPending: boolean;
  labels: Record<string, string>;
  errors: Record<string, string>;
  /** What was typed before the form came back refused. */
  values: Record<string, string>;
}

export const FormContext = createContext<FormStanding | null>(null);

/** The form around this part. */
export function useForm(): FormStanding {
  const form = useContext(FormContext);
  if (!form) throw new Error("a form part stands outside a <Form>");
  return form;
}
