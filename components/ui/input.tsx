"use client";

import type { ComponentProps } from "react";

import { classNames } from "./class-names";
import { CONTROL } from "./control-style";
import { Field, type FieldOptions } from "./field";

/** A line of text with its label. */
export function Input({ name, hint, isOptional, defaultValue, className, ...rest }: InputProps) {
  return (
    <Field name={name} hint={hint} isOptional={isOptional}>
      {({ typed, ...ties }) => (
        <input
          className={classNames(CONTROL, "min-h-10 pointer-coarse:min-h-11", className)}
          defaultValue={typed ?? defaultValue}
          {...ties}
          {...rest}
        />
      )}
    </Field>
  );
}

type InputProps = FieldOptions & Omit<ComponentProps<"input">, "name">;
