import { useSyncExternalStore } from "react";

/** From here on the margin stands beside the text (interface.md). */
const WIDE = "(min-width: 1120px)";

/** Whether threads stand level with their passages. False on the server: a list reads without script. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    () => window.matchMedia(WIDE).matches,
    () => false,
  );
}
