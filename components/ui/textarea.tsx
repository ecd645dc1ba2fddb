"use client";

import type { ComponentProps } from "react";

import { classNames } from "./class-names";
import { CONTROL } from "./control-style";
import { Field, type FieldOptions } from "./field";

/** Several lines of text with their label. */
export function Textarea({
  name,
  hint,
  isOptional,
  defaultValue,
  className,
  ...rest
}: TextareaProps) {
  return (
    <Field name={name} hint={hint} isOptional={isOptional}>
      {({ typed, ...ties }) => (
        <textarea
          className={classNames(CONTROL, "py-2", className)}
          defaultValue={typed ?? defaultValue}
          {...ties}
          {...rest}
        />
      )}
    </Field>
  );
}

type TextareaProps = FieldOptions & Omit<ComponentProps<"textarea">, "name">;
