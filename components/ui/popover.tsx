"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";

/** Controls that open beside a button and leave the page usable; Escape and a click outside close it. */
export function Popover({
  trigger,
  title,
  children,
  isOpen,
  onOpenChange,
  firstFocus,
  keepsFocus,
}: PopoverProps) {
  return (
    <Base.Root open={isOpen} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align="end" sideOffset={6} collisionPadding={8} className="z-30">
          <Base.Popup
            initialFocus={firstFocus ? () => firstFocus() ?? true : undefined}
            finalFocus={keepsFocus ? () => !keepsFocus() : undefined}
            className="appear max-h-(--available-height) w-80 max-w-(--available-width) overflow-y-auto rounded-md border border-rule bg-raised p-4 text-sm text-ink shadow-float outline-none"
          >
            <Base.Title className="sr-only">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface PopoverProps {
  trigger: ReactElement;
  /** Its name; not shown, for the trigger says it. */
  title: string;
  children: ReactNode;
  /** For those who close it themselves. */
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** Asked when it opens: what takes the focus; without it the first that can. */
  firstFocus?: () => HTMLElement | null;
  /** Asked when it closes: whether what was chosen in it has taken the focus elsewhere. */
  keepsFocus?: () => boolean;
}
