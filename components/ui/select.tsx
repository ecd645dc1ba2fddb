"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";

import { classNames } from "./class-names";
import { CONTROL } from "./control-style";
import { Field, type FieldOptions } from "./field";

/**
 * One of several, with its label. The browser's own list: it works without script, and phones
 * and screen readers know it.
 */
export function Select({ name, hint, isOptional, ...rest }: FieldOptions & BareSelectProps) {
  return (
    <Field name={name} hint={hint} isOptional={isOptional}>
      {({ typed, ...ties }) => (
        <BareSelect {...ties} {...rest} defaultValue={typed ?? rest.defaultValue} />
      )}
    </Field>
  );
}

/** The same without a label of its own, for where its name is given by `aria-label`. */
export function BareSelect({ className, children, ...rest }: BareSelectProps) {
  return (
    <span className={classNames("relative block min-w-0", className)}>
      <select
        className={classNames(
          CONTROL,
          "min-h-10 w-full appearance-none pe-9 text-ellipsis pointer-coarse:min-h-11",
        )}
        {...rest}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute inset-e-3 top-1/2 size-4 -translate-y-1/2 text-soft"
      />
    </span>
  );
}

type BareSelectProps = ComponentProps<"select">;
