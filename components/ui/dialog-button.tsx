"use client";

import type { Route } from "next";
import NextForm from "next/form";
import { type ReactNode, useRef, useState } from "react";

import { Button } from "./button";
import type { ButtonStyle } from "./button-style";
import { Dialog } from "./dialog";

/** A button that opens a window; without script it leads to the page that holds the same. */
export function DialogButton({ to, label, title, description, children, ...style }: Props) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <NextForm action={to as Route} prefetch={false} className="contents">
        <Button
          ref={trigger}
          type="submit"
          aria-haspopup="dialog"
          onClick={(event) => {
            event.preventDefault();
            setOpen(true);
          }}
          {...style}
        >
          {label}
        </Button>
      </NextForm>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title={title}
        description={description}
        finalFocus={trigger}
      >
        {children}
      </Dialog>
    </>
  );
}

interface Props extends ButtonStyle {
  to: string;
  label: ReactNode;
  title: string;
  description?: string;
  children: ReactNode;
}
