"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { type ReactNode, useRef, useState } from "react";

import { Button } from "./button";
import type { ButtonStyle } from "./button-style";
import { POPUP, VEIL, VIEWPORT } from "./modal-style";

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
      <Base.Root open={isOpen} onOpenChange={setOpen}>
        <Base.Portal>
          <Base.Backdrop className={VEIL} />
          <Base.Viewport className={VIEWPORT}>
            <Base.Popup className={POPUP} finalFocus={trigger}>
              <Base.Title className="font-serif text-xl font-medium">{title}</Base.Title>
              <Base.Description className="mt-2 text-soft">{consequence}</Base.Description>
              <div className="mt-6 flex flex-wrap justify-end gap-3">
                <Base.Close render={<Button />}>{cancel}</Base.Close>
                <Button
                  variant="danger"
                  onClick={() => {
                    setOpen(false);
                    trigger.current?.form?.requestSubmit();
                  }}
                >
                  {confirm}
                </Button>
              </div>
            </Base.Popup>
          </Base.Viewport>
        </Base.Portal>
      </Base.Root>
    </>
  );
}

interface Props extends ButtonStyle {
  title: string;
  consequence: ReactNode;
  confirm: string;
  cancel: string;
  children: ReactNode;
}
