/** What dims the page behind a window. */
export const VEIL = "appear fixed inset-0 z-40 bg-(--veil)";

/** Where the window lies: at the foot of a phone's screen, in the middle of any other. */
export const VIEWPORT =
  "fixed inset-0 z-40 flex items-end justify-center overflow-y-auto sm:items-center sm:p-6";

/** The window. */
export const POPUP =
  "appear max-h-full w-full max-w-md overflow-y-auto rounded-t-md border border-rule bg-raised p-6 text-ink shadow-float outline-none sm:rounded-md";
