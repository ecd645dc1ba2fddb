/** The look of whatever can be typed into or chosen from. */
export const CONTROL =
  "w-full min-w-0 rounded-md border border-edge bg-raised px-3 text-base text-ink placeholder:text-faint transition-colors hover:border-soft focus-visible:border-ink focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-accent aria-invalid:border-accent";
