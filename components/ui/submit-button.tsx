"use client";

import type { ComponentProps } from "react";

import { Button } from "./button";
import type { ButtonStyle } from "./button-style";
import { useForm } from "./form-context";
import { Spinner } from "./spinner";

/** Sends its form, and shows while it is on its way. Stays focusable, so that focus is not lost. */
export function SubmitButton({ children, ...rest }: ComponentProps<"button"> & ButtonStyle) {
  const { isPending } = useForm();
  return (
    <Button type="submit" variant="primary" aria-disabled={isPending} {...rest}>
      {isPending && <Spinner />}
      {children}
    </Button>
  );
}
