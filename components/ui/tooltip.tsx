"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";

import { Kbd } from "./kbd";

/** The name of an icon, shown on hover and focus. Only repeats what the trigger is called. */
export function Tooltip({ label, shortcut, children }: TooltipProps) {
  return (
    <Base.Root
      onOpenChange={(_, details) => {
        // Escape is meant for what the trigger stands in, not for a tooltip that focus opened.
        if (details.reason === "escape-key") details.allowPropagation();
      }}
    >
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className="z-50">
          <Base.Popup
            aria-hidden="true"
            className="appear flex items-center gap-2 rounded-sm border border-transparent bg-ink px-2 py-1 text-xs text-paper shadow-float data-instant:transition-none"
          >
            {label}
            {shortcut && <Kbd>{shortcut}</Kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Lets neighbouring tooltips follow each other without a new delay. */
export const TooltipProvider = Base.Provider;

interface TooltipProps {
  label: string;
  shortcut?: string;
  children: ReactElement;
}
