"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import type { ReactNode, RefObject } from "react";

import { Button } from "./button";
import { POPUP, VEIL, VIEWPORT } from "./modal-style";
import { useWasTrue } from "./use-was-true";

/** Asks before something that cannot be undone is done. */
export function ConfirmWindow({
  title,
  consequence,
  confirm,
  cancel,
  finalFocus,
  onConfirm,
  ...state
}: ConfirmWindowProps) {
  const wasOpen = useWasTrue(state.open);
  if (!wasOpen) return null;
  return (
    <Base.Root {...state}>
      <Base.Portal>
        <Base.Backdrop className={VEIL} />
        <Base.Viewport className={VIEWPORT}>
          <Base.Popup className={POPUP} finalFocus={finalFocus}>
            <Base.Title className="font-serif text-xl font-medium">{title}</Base.Title>
            <Base.Description className="mt-2 text-soft">{consequence}</Base.Description>
            <div className="mt-6 flex flex-wrap justify-end gap-3">
              <Base.Close render={<Button />}>{cancel}</Base.Close>
              <Button
                variant="danger"
                onClick={() => {
                  state.onOpenChange(false);
                  onConfirm();
                }}
              >
                {confirm}
              </Button>
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** What is asked, and the words of the two answers. */
export interface Question {
  title: string;
  consequence: ReactNode;
  confirm: string;
  cancel: string;
}

interface ConfirmWindowProps extends Question {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Where focus goes afterwards. */
  finalFocus: RefObject<HTMLElement | null>;
  onConfirm: () => void;
}
