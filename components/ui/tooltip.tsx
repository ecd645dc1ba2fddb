"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

import { Kbd } from "./kbd";

interface Told {
  label: string;
  shortcut: string | undefined;
}

/** All triggers share one tooltip: a margin has hundreds of them, and one is shown at a time. */
const shared = Base.createHandle<Told>();

/** The name of an icon, shown on hover and focus. Only repeats what the trigger is called. */
export function Tooltip({ label, shortcut, children }: TooltipProps) {
  return <Base.Trigger handle={shared} payload={{ label, shortcut }} render={children} />;
}

/** Holds the tooltip of everything in it; neighbouring ones follow each other without a new delay. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider>
      {children}
      <Base.Root
        handle={shared}
        onOpenChange={(_, details) => {
          // Escape is meant for what the trigger stands in, not for a tooltip that focus opened.
          if (details.reason === "escape-key") details.allowPropagation();
        }}
      >
        {({ payload }) => (
          <Base.Portal>
            <Base.Positioner sideOffset={6} className="z-50">
              <Base.Popup
                aria-hidden="true"
                className="appear flex items-center gap-2 rounded-sm border border-transparent bg-ink px-2 py-1 text-xs text-paper shadow-float data-instant:transition-none"
              >
                {payload?.label}
                {payload?.shortcut && <Kbd>{payload.shortcut}</Kbd>}
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        )}
      </Base.Root>
    </Base.Provider>
  );
}

interface TooltipProps {
  label: string;
  shortcut?: string;
  children: ReactElement;
}
