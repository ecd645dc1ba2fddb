"use client";

import { type ReactNode, useRef, useState } from "react";

import { Button } from "./button";
import type { ButtonStyle } from "./button-style";
import { ConfirmWindow, type Question } from "./confirm-window";

/**
 * Submits its form after asking; without script it submits at once, so the form itself has to
 * say what will happen.
 */
export function ConfirmButton({ title, consequence, confirm, cancel, children, ...style }: Props) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={trigger}
        type="submit"
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
        {...style}
      >
        {children}
      </Button>
      <ConfirmWindow
        {...{ title, consequence, confirm, cancel }}
        open={isOpen}
        onOpenChange={setOpen}
        finalFocus={trigger}
        onConfirm={() => trigger.current?.form?.requestSubmit()}
      />
    </>
  );
}

interface Props extends ButtonStyle, Question {
  children: ReactNode;
}
