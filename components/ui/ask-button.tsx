"use client";

import { type ReactNode, useRef, useState } from "react";

import { Button } from "./button";
import type { ButtonStyle } from "./button-style";
import { ConfirmWindow, type Question } from "./confirm-window";

/** Does something in this page after asking. */
export function AskButton({
  title,
  consequence,
  confirm,
  cancel,
  onConfirm,
  children,
  ...style
}: AskButtonProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button ref={trigger} aria-haspopup="dialog" onClick={() => setOpen(true)} {...style}>
        {children}
      </Button>
      <ConfirmWindow
        {...{ title, consequence, confirm, cancel, onConfirm }}
        open={isOpen}
        onOpenChange={setOpen}
        finalFocus={trigger}
      />
    </>
  );
}

interface AskButtonProps extends ButtonStyle, Question {
  onConfirm: () => void;
  children: ReactNode;
}
