"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  type ComponentProps,
  type FormEvent,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
} from "react";

import type { FormState } from "@/lib/server/action";

import { FormContext } from "./form-context";
import { FormProblems } from "./form-problems";
import { toast } from "./toast";

/**
 * A form around a server action: shows what is wrong at the fields and above them, keeps what
 * was typed, says when it worked. The same form works without script.
 */
export function Form({ action, undo, labels = {}, children, ...rest }: FormProps) {
  const t = useTranslations("ui");
  // What came back to a form that was sent without script.
  const [served, send] = useActionState(action, {});
  const [answered, setAnswered] = useState<FormState>();
  const [isPending, startTransition] = useTransition();
  const state = answered ?? served;
  const id = useId();
  const problems = useRef<HTMLDivElement>(null);
  const { errors = {}, values = {}, message } = state;

  useEffect(() => {
    if (state.ok === false) problems.current?.focus();
  }, [state]);

  useEffect(() => {
    if (served.ok && served.message) toast(served.message);
  }, [served]);

  function submit(event: FormEvent<HTMLFormElement>) {
    // React empties a form whose action has run; a refused form has to stay as it was typed.
    event.preventDefault();
    if (isPending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const typed = new FormData(event.currentTarget, submitter);
    startTransition(async () => {
      try {
        // What was typed still stands in the fields: a book set anew would take a minute.
        const { values: _, ...answer } = await action(state, typed);
        setAnswered(answer);
        // Not in an effect: what was decided may have taken the form off the page.
        if (answer.ok && answer.message) say(answer.message, typed);
      } catch (error) {
        // Next leads to another page by throwing; anything else means that no answer came.
        unstable_rethrow(error);
        setAnswered({ ok: false, message: t("formUnsent") });
      }
    });
  }

  /** Says that it worked, and offers to take it back where that can be. */
  function say(message: string, typed: FormData): void {
    const takeBack = async (from: FormAction) => {
      const answer = await from({}, typed).catch(() => ({ ok: false, message: t("formUnsent") }));
      toast(answer.message ?? "", { isUrgent: !answer.ok });
    };
    const onAct = () => startTransition(() => (undo ? takeBack(undo) : undefined));
    toast(message, undo && { action: { label: t("undo"), onAct } });
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
  /** Takes back what the form did; sent what the form was sent. */
  undo?: FormAction;
  /** The labels of its fields, by name. */
  labels?: Record<string, string>;
}
