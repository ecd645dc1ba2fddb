import { classNames } from "./class-names";

export interface ButtonStyle {
  /** One `primary` a view; `quiet` inside lists and toolbars; `danger` for what cannot be undone. */
  variant?: "primary" | "secondary" | "quiet" | "danger";
  size?: "md" | "sm";
}

/** The look of a button, for buttons and for links that stand beside them. */
export function buttonStyle({ variant = "secondary", size = "md" }: ButtonStyle = {}): string {
  return classNames(BASE, SIZES[size], VARIANTS[variant]);
}

const BASE =
  "inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap transition-colors aria-disabled:cursor-default aria-disabled:opacity-60 disabled:opacity-60 pointer-coarse:min-h-11";

const SIZES = { md: "min-h-9 px-4 text-sm", sm: "min-h-8 px-3 text-xs" };

const VARIANTS = {
  primary: "border-ink bg-ink text-paper hover:border-soft hover:bg-soft",
  secondary: "border-edge bg-raised text-ink hover:bg-touched",
  quiet: "border-transparent bg-transparent text-soft hover:bg-touched hover:text-ink",
  danger:
    "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong",
};
