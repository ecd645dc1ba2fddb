"use client";

import type { ComponentProps, ReactNode } from "react";

import { classNames } from "./class-names";
import { Tooltip } from "./tooltip";

/** A button with an icon only: `label` is its name, and its tooltip together with the shortcut. */
export function IconButton({ label, shortcut, children, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <button
        type="button"
        aria-label={label}
        aria-keyshortcuts={shortcut}
        className={classNames(ICON_BUTTON, className)}
        {...rest}
      >
        {children}
      </button>
    </Tooltip>
  );
}

const ICON_BUTTON =
  "inline-flex size-9 shrink-0 items-center justify-center rounded-md text-soft transition-colors hover:bg-touched hover:text-ink aria-pressed:bg-touched aria-pressed:text-ink data-popup-open:bg-touched data-popup-open:text-ink disabled:opacity-50 pointer-coarse:size-11 [&_svg]:size-4.5";

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label" | "children"> {
  label: string;
  shortcut?: string;
  children?: ReactNode;
}
