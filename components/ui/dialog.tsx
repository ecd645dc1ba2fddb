"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode, RefObject } from "react";

import { IconButton } from "./icon-button";
import { POPUP, VEIL, VIEWPORT } from "./modal-style";
import { useWasTrue } from "./use-was-true";

/** A window over the page for one task; Escape, the cross and a click outside close it. */
export function Dialog({
  trigger,
  title,
  description,
  finalFocus,
  children,
  ...state
}: DialogProps) {
  const t = useTranslations("ui");
  const wasOpen = useWasTrue(trigger !== undefined || state.open !== false);
  if (!wasOpen) return null;
  return (
    <Base.Root {...state}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={VEIL} />
        <Base.Viewport className={VIEWPORT}>
          <Base.Popup className={POPUP} finalFocus={finalFocus}>
            <div className="flex items-start justify-between gap-4">
              <Base.Title className="font-serif text-xl font-medium">{title}</Base.Title>
              <Base.Close render={<IconButton label={t("close")} className="-me-2 -mt-1" />}>
                <X />
              </Base.Close>
            </div>
            {description && (
              <Base.Description className="mt-1 text-soft">{description}</Base.Description>
            )}
            <div className="mt-5">{children}</div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

interface DialogProps {
  trigger?: ReactElement;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Where focus goes afterwards, when the window has no trigger of its own. */
  finalFocus?: RefObject<HTMLElement | null>;
}
