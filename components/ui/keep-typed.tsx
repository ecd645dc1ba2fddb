"use client";

import { useEffect, useRef } from "react";

import { useForm } from "./form-context";

/**
 * Keeps what is typed into the form around it through a closed tab, a crash or a wrong click,
 * in this browser only, until the form is accepted.
 */
export function KeepTyped({ place }: { place: string }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const { isPending } = useForm();
  const wasSent = useRef(isPending);
  wasSent.current = isPending;

  useEffect(() => {
    const form = anchor.current?.closest("form");
    if (!form) return;
    const key = `postil-typed:${place}`;
    restore(form, localStorage.getItem(key));
    const keep = () => remember(key, form);
    form.addEventListener("change", keep);
    window.addEventListener("pagehide", keep);
    return () => {
      form.removeEventListener("change", keep);
      window.removeEventListener("pagehide", keep);
      // Gone while on its way to the server: it was accepted and led to another page.
      if (wasSent.current) localStorage.removeItem(key);
      else keep();
    };
  }, [place]);

  return <span ref={anchor} hidden />;
}

function remember(key: string, form: HTMLFormElement): void {
  const typed = [...fieldsOf(form)].map(({ name, value }) => [name, value]);
  try {
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(typed)));
  } catch {
    // More than the browser keeps: then only the page itself holds it.
    localStorage.removeItem(key);
  }
}

function restore(form: HTMLFormElement, kept: string | null): void {
  const typed: Record<string, unknown> = JSON.parse(kept ?? "{}");
  for (const field of fieldsOf(form)) {
    const value = typed[field.name];
    if (typeof value !== "string" || value === field.value || value === "") continue;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function fieldsOf(form: HTMLFormElement) {
  return form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    ":is(input:not([type=hidden], [type=password]), textarea, select)[name]",
  );
}
