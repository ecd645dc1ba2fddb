"use client";

import {
  type ComponentProps,
  type FormEvent,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useRef,
} from "react";

import type { FormState } from "@/lib/server/action";

import { FormContext } from "./form-context";
import { FormProblems } from "./form-problems";
import { toast } from "./toast";

/**
 * A form around a server action: shows what is wrong at the fields and above them, keeps what
 * was typed, says when it worked. The same form works without script.
 */
export function Form({ action, labels = {}, children, ...rest }: FormProps) {
  const [state, send, isPending] = useActionState(action, {});
  const id = useId();
  const problems = useRef<HTMLDivElement>(null);
  const { errors = {}, values = {}, message } = state;

  useEffect(() => {
    if (state.ok === false) problems.current?.focus();
    if (state.ok && state.message) toast(state.message);
  }, [state]);

  function submit(event: FormEvent<HTMLFormElement>) {
    // React empties a form whose action has run; a refused form has to stay as it was typed.
    event.preventDefault();
    if (isPending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const typed = new FormData(event.currentTarget, submitter);
    startTransition(() => send(typed));
  }

  return (
    <FormContext value={{ id, isPending, labels, errors, values }}>
      <form action={send} onSubmit={submit} noValidate aria-busy={isPending} {...rest}>
        {state.ok === false && <FormProblems ref={problems} message={message} />}
        {children}
      </form>
    </FormContext>
  );
}

/** A server action for a form. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

interface FormProps extends Omit<ComponentProps<"form">, "action" | "onSubmit"> {
  action: FormAction;
  /** The labels of its fields, by name. */
  labels?: Record<string, string>;
}
