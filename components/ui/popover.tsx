"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";

/** A small floating panel that belongs to its button. */
export function Popover({ trigger, label, children }: PopoverProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align="end" sideOffset={6} className="z-30">
          <Base.Popup
            aria-label={label}
            className="appear w-72 max-w-[calc(100vw-2rem)] rounded-md border border-rule bg-raised p-4 text-sm text-ink shadow-float outline-none"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface PopoverProps {
  trigger: ReactElement;
  label: string;
  children: ReactNode;
}
